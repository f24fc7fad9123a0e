"""Models, optimizers, batches: what a training step is given in place of the real things."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Callable, Mapping  # noqa: UP035  Python 3.9

from . import scalars

if TYPE_CHECKING:
    from .sizes import Sizes

INPUTS, CLASSES, ROWS = 16, 3, 4

_ROLES: Mapping[str, str] = {
    "model": "model net network teacher student teacher_model student_model module fp32_model"
    " model_fp32 policy classifier",
    "optimizer": "optimizer opt optim",
    "criterion": "criterion loss_fn loss_function loss_func",
    "loader": "loader dataloader data_loader train_loader test_loader val_loader trainloader"
    " testloader valloader train_dataloader val_dataloader calibration_loader calib_loader"
    " eval_loader",
    "batches": "calibration_data calib_data train_data test_data",
    "scheduler": "scheduler lr_scheduler",
    "scaler": "scaler grad_scaler",
    "layer": "m layer linear fc base_layer linear_layer sublayer",
    "parameters": "params",
    "convolution": "conv conv_layer",
    "norm": "bn batch_norm bn_layer",
    "device": "device",
    "function": "func fn f function",
    "config": "config cfg args hparams opt_config configs",
}
_BY_NAME = {name: role for role, names in _ROLES.items() for name in names.split()}


def role(name: str) -> str | None:
    """What a parameter of this name stands for in a program that trains."""
    known = _BY_NAME.get(name.lower())
    return "config" if name.endswith(("_config", "_cfg")) else known


class Config:
    """Answers with a usual size for whatever attribute is asked of it, and remembers which."""

    def __init__(self, sizes: Sizes) -> None:
        self.__dict__["_sizes"] = sizes

    def __getattr__(self, name: str) -> Any:
        value = scalars.UNKNOWN if name.startswith("_") else scalars.flag(name, "")
        if value is scalars.UNKNOWN and not name.startswith("_"):
            value = scalars.dimension(name, self._sizes)
        if value is scalars.UNKNOWN:
            raise AttributeError(name)
        self.__dict__[name] = value
        return value

    def __repr__(self) -> str:
        asked = {name: value for name, value in vars(self).items() if not name.startswith("_")}
        return ", ".join(f"{name}={value}" for name, value in asked.items())


class StandIns:
    """The things of one call, made to fit one another."""

    def __init__(self, sizes: Sizes, *, paired: bool = True) -> None:
        self.sizes = sizes
        self.paired = paired
        self._made: dict[str, Any] = {}

    def make(self, wanted: str) -> Any:
        """What plays the role; raises `KeyError` for an unknown one."""
        if wanted not in self._made:
            self._made[wanted] = _MAKERS[wanted](self)
        return self._made[wanted]

    @property
    def has_model(self) -> bool:
        """Whether inputs must fit the model of ours."""
        return bool(self._made.keys() & {"model", "loader", "batches", "optimizer", "layer"})


def _model(_: StandIns) -> Any:
    nn = sys.modules["torch.nn"]
    return nn.Sequential(nn.Linear(INPUTS, 32), nn.ReLU(), nn.Linear(32, CLASSES))


def _optimizer(cast: StandIns) -> Any:
    return sys.modules["torch"].optim.SGD(cast.make("model").parameters(), lr=0.1)


def _criterion(_: StandIns) -> Any:
    return sys.modules["torch.nn"].CrossEntropyLoss()


def _loader(cast: StandIns) -> Any:
    torch = sys.modules["torch"]
    inputs = [torch.randn(ROWS, INPUTS) for _ in range(2)]
    if not cast.paired:
        return inputs
    return [(one, torch.randint(0, CLASSES, (ROWS,))) for one in inputs]


def _scheduler(cast: StandIns) -> Any:
    return sys.modules["torch"].optim.lr_scheduler.StepLR(cast.make("optimizer"), 1)


def _scaler(_: StandIns) -> Any:
    return sys.modules["torch"].amp.GradScaler("cpu", enabled=False)


def _layer(cast: StandIns) -> Any:
    inner, outer = cast.sizes.of("in_features"), cast.sizes.of("out_features")
    return sys.modules["torch.nn"].Linear(inner, outer)


def _parameters(cast: StandIns) -> Any:
    return list(cast.make("model").parameters())


def _convolution(_: StandIns) -> Any:
    return sys.modules["torch.nn"].Conv2d(16, 32, 3)


def _norm(_: StandIns) -> Any:
    return sys.modules["torch.nn"].BatchNorm2d(32)


def _device(_: StandIns) -> Any:
    return sys.modules["torch"].device("cpu")


def _function(_: StandIns) -> Any:
    return _double


def _config(cast: StandIns) -> Any:
    return Config(cast.sizes)


def _double(x: Any) -> Any:
    """The function that is passed where a function is wanted."""
    return x * 2


_MAKERS: Mapping[str, Callable[[StandIns], Any]] = {
    "model": _model,
    "optimizer": _optimizer,
    "criterion": _criterion,
    "loader": _loader,
    "batches": _loader,
    "scheduler": _scheduler,
    "scaler": _scaler,
    "layer": _layer,
    "parameters": _parameters,
    "convolution": _convolution,
    "norm": _norm,
    "device": _device,
    "function": _function,
    "config": _config,
}
