"""How each question is drawn: govuk-frontend-wtf, with its faults mended.

Every question takes a size when drawn. ``{{ question(size="l") }}`` is the heading of its page,
"m" is one of several, and "s" stands under an answer.
"""

from typing import Any

from govuk_frontend_wtf.wtforms_widgets import (
    GovCharacterCount,
    GovCheckboxesInput,
    GovDateInput,
    GovPasswordInput,
    GovRadioInput,
    GovTextInput,
)
from markupsafe import Markup, escape

Params = dict[str, Any]

WHY_WE_ASK = Markup(
    '<details class="govuk-details"><summary class="govuk-details__summary">'
    '<span class="govuk-details__summary-text">Why we ask'
    '<span class="govuk-visually-hidden">: {question}</span></span></summary>'
    '<div class="govuk-details__text">{why}</div></details>'
)


class InFieldset:
    """A question with several controls, whose words are the legend.

    The library loses the legend's words when a template styles it, and shows an empty hint when
    there is none. Both leave a screen reader with nothing to say.
    """

    def map_gov_params(self, field: Any, *, size: str = "m", **kwargs: Any) -> Params:
        params: Params = super().map_gov_params(field, **kwargs)  # type: ignore[misc]
        params["fieldset"] = {
            "legend": {
                "text": field.label.text,
                "isPageHeading": size == "l",
                "classes": f"govuk-fieldset__legend--{size}",
            }
        }
        params["hint"] = {"text": field.description} if field.description else None
        if field.why:
            params["formGroup"] = {"beforeInputs": {"html": why_we_ask(field)}}
        return params


class WithLabel:
    """A question with one control, whose words are its label."""

    def map_gov_params(self, field: Any, *, size: str = "m", **kwargs: Any) -> Params:
        params: Params = super().map_gov_params(field, **kwargs)  # type: ignore[misc]
        params["label"] |= {"isPageHeading": size == "l", "classes": f"govuk-label--{size}"}
        params["attributes"]["autocomplete"] = field.autocomplete
        if field.why:
            params["formGroup"] = {"beforeInput": {"html": why_we_ask(field)}}
            params["inputWrapper"] = {"classes": "app-input-below-why"}
        return params


class Radios(InFieldset, GovRadioInput):
    def map_gov_params(self, field: Any, **kwargs: Any) -> Params:
        params = super().map_gov_params(field, **kwargs)
        for item, option in zip(params["items"], field.options, strict=True):
            if option.hint:
                item["hint"] = {"text": option.hint}
            if option.reveals:
                item["conditional"] = {"html": field.revealed_by(option)(size="s")}
        return params | {"classes": "govuk-radios--inline" if field.side_by_side else ""}


class Checkboxes(InFieldset, GovCheckboxesInput):
    def map_gov_params(self, field: Any, **kwargs: Any) -> Params:
        params = super().map_gov_params(field, **kwargs)
        items: list[Params] = []
        for item, option in zip(params["items"], field.options, strict=True):
            if option.hint:
                item["hint"] = {"text": option.hint}
            if option.alone:
                if "behaviour" not in (items[-1] if items else {}):
                    items.append({"divider": "or"})
                item["behaviour"] = "exclusive"
            items.append(item)
        params["items"] = items
        return params


class DateBoxes(InFieldset, GovDateInput):
    def map_gov_params(self, field: Any, **kwargs: Any) -> Params:
        # The library takes exactly three parts and fails on any other number.
        posted, field.raw_data = field.raw_data, list(field.typed[:3])
        try:
            params = super().map_gov_params(field, **kwargs)
        finally:
            field.raw_data = posted
        for item, part in zip(params["items"], field.PARTS, strict=False):
            item["id"] = f"{field.id}-{part}"
            item["autocomplete"] = field.autocomplete
            if part not in field.wrong_parts:
                item["classes"] = item["classes"].removesuffix("govuk-input--error").strip()
        return params


class MomentBoxes(DateBoxes):
    """The three boxes of a date, and one for the time."""

    def map_gov_params(self, field: Any, **kwargs: Any) -> Params:
        params = super().map_gov_params(field, **kwargs)
        wrong = field.errors and "time" in field.wrong_parts
        params["items"].append(
            {
                "label": "Time",
                "id": f"{field.id}-time",
                "name": field.name,
                "classes": "govuk-input--width-4" + (" govuk-input--error" if wrong else ""),
                "value": field.typed[3],
                "inputmode": "text",  # a numeric keypad has no colon
                "pattern": "",
                "autocomplete": field.autocomplete,
            }
        )
        return params


class TextBox(WithLabel, GovTextInput):
    def map_gov_params(self, field: Any, **kwargs: Any) -> Params:
        params = super().map_gov_params(field, **kwargs)
        params["classes"] = f"govuk-input--width-{field.width}"
        params["inputmode"] = field.inputmode
        return params


class TextArea(WithLabel, GovCharacterCount):
    def map_gov_params(self, field: Any, **kwargs: Any) -> Params:
        params = super().map_gov_params(field, **kwargs)
        # Under an answer the macros indent every line, and that would change what was written.
        params["value"] = escape(params["value"]).replace("\n", Markup("&#10;"))
        return params | {"maxlength": field.max_length, "rows": field.rows}


class PasswordBox(WithLabel, GovPasswordInput):
    def map_gov_params(self, field: Any, **kwargs: Any) -> Params:
        params = super().map_gov_params(field, **kwargs)
        return params | {"autocomplete": params["attributes"].pop("autocomplete")}


def why_we_ask(field: Any) -> Markup:
    return WHY_WE_ASK.format(question=field.label.text, why=field.why)
