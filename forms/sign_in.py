"""Signing in."""

from forms.fields import Password, QuestionForm, ShortText


class SignInForm(QuestionForm):
    email = ShortText(
        "E-mail address", error="Enter your e-mail address", noun="E-mail address",
        autocomplete="username",
    )  # fmt: skip
    password = Password("Password", error="Enter your password")


class PlainForm(QuestionForm):
    """A button: nothing but proof that it was pressed on a page of ours."""
