"""The screens: values in, messages out."""
