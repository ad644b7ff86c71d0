"""How every form looks: the renderer, and the fields as our one template draws them."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.views.decorators.http import require_http_methods

BOXES = (forms.widgets.Input, forms.Textarea, forms.Select)
GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)

# A page that draws a form and takes it back.
form_page = require_http_methods(["GET", "HEAD", "POST"])


class LookField(BoundField):
    """A field that knows which of our shapes it has: box, group of chips, or one tick."""

    @property
    def shape(self) -> str:
        widget = self.field.widget
        if isinstance(widget, GROUPS):
            return "group"
        return "tick" if isinstance(widget, forms.CheckboxInput) else "box"

    @property
    def anchor(self) -> str:
        """Where a link from the error summary lands: the control itself, or the first of the group."""
        return f"{self.auto_id}_0" if self.shape == "group" else self.id_for_label or self.auto_id

    @property
    def is_optional(self) -> bool:
        return not (self.field.required or self.is_hidden or self.field.disabled)

    @property
    def arrangement(self) -> str:
        """Short answers stand side by side, longer ones flow, sentences get a line each."""
        lengths = [len(str(chip.choice_label)) for chip in self.subwidgets]
        if max(lengths, default=0) > 30:
            return "lines"
        if len(lengths) == 3 and max(lengths) <= 10:
            return "three"
        return "even" if len(lengths) >= 4 and max(lengths) <= 16 else ""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        built = super().build_widget_attrs(attrs, widget)
        drawn = widget or self.field.widget
        if isinstance(drawn, BOXES) and not isinstance(drawn, forms.CheckboxInput) and not drawn.is_hidden:
            built["class"] = f"input {drawn.attrs.get('class', '')}".strip()
        if isinstance(drawn, forms.RadioSelect) and not isinstance(drawn, forms.CheckboxSelectMultiple):
            built.pop("aria-invalid", None)  # one answer of several is not wrong; the group is, and says so
        return built


class Look(TemplatesSetting):
    """Named by FORM_RENDERER, so that a form from any library looks like ours."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
    bound_field_class = LookField


class Form(forms.Form):
    """Ours: the page says what is wrong, in our words, where the browser's own bubble would cut in first."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
