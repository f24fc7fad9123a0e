// Keys go to the app at once, without a click first.
addEventListener("load", () => document.querySelector("#terminal textarea")?.focus());
