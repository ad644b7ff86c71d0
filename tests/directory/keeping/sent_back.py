"""What a browser without any script would send back of a form, if nobody touched it."""

from html.parser import HTMLParser


class Form(HTMLParser):
    def __init__(self):
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self.select = self.area = ""

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        getattr(self, f"_{tag}", lambda told: None)(told)

    def _input(self, told):
        is_tick = told.get("type") in ("checkbox", "radio")
        if told.get("name") and told.get("type") not in ("submit", "file") and not (is_tick and "checked" not in told):
            self.fields.setdefault(told["name"], []).append(told.get("value", "on" if is_tick else ""))

    def _select(self, told):
        self.select = told["name"]

    def _option(self, told):
        if self.select and "selected" in told:
            self.fields.setdefault(self.select, []).append(told.get("value", ""))

    def _textarea(self, told):
        self.area = told["name"]
        self.fields.setdefault(self.area, []).append("")

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = ""
        if tag == "textarea":
            self.fields[self.area][-1] = self.fields[self.area][-1].removeprefix("\n")
            self.area = ""

    def handle_data(self, data):
        if self.area:
            self.fields[self.area][-1] += data


def sent_back(html):
    form = Form()
    form.feed(html[html.index("<main") :])
    form.fields.pop("csrfmiddlewaretoken", None)
    return form.fields
