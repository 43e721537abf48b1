"""Dates and spans beside the ufuncs: text, units, business days."""

import itertools

import numpy as np

import layouts
import values


def build(suite):
    for dtype in ("M8[s]", "<m8[15m]", ">M8[D]", "m8", "M8[ns]"):
        suite.add(f"datetime_data/{dtype}", "datetime_data", [np.dtype(dtype)], covers=["value", "param:dtype"])
    suite.add("datetime_data/refused", "datetime_data", [np.dtype("f4")], fails=True)
    for name in ("datetime64", "timedelta64"):
        dtype = np.dtype({"datetime64": "<M8[s]", "timedelta64": "<m8[s]"}[name])
        suite.add(f"{name}/zeros", "zeros", [2, dtype], name="numpy." + name, covers=["value"])
    business(suite)
    texts(suite)


def texts(suite):
    """Dates as text: an array of fixed-width unicode."""
    for dtype in ("<M8[Y]", "<M8[D]", "<M8[s]", "<M8[ms]"):
        given = np.array([0, 1, -1, 5000, values.NAT], "i8").view(dtype)
        for keys in (
            {},
            {"unit": "D", "casting": "unsafe"},
            {"unit": "auto"},
            {"timezone": "UTC"},
            {"timezone": "naive"},
            {"unit": "m"},
        ):
            suite.add("datetime_as_string/#", "datetime_as_string", [given], keys, fails=None, strings=True)
        for name, array in (
            ("0d", given[1].reshape(())),
            ("empty", given[:0]),
            ("strided", given[::2]),
            ("2-D", given[:4].reshape(2, 2).T),
        ):
            suite.add(f"datetime_as_string/{name}/#", "datetime_as_string", [array], strings=True)
    suite.add(
        "datetime_as_string/casting",
        "datetime_as_string",
        [np.array([5], "i8").view("M8[s]")],
        {"unit": "D", "casting": "safe"},
        fails=True,
    )
    suite.add("datetime_as_string/span", "datetime_as_string", [np.array([5], "i8").view("m8[s]")], fails=True)
    for mask, free in ((None, None), ("1111100", ["2024-01-01"]), ("1010000", ["2024-01-06", "2024-01-01"])):
        keys = {"weekmask": mask or "1111100", "holidays": np.array(free or [], "<M8[D]")}
        for member in ("weekmask", "holidays"):
            suite.add(
                "busdaycalendar/#",
                f"busdaycalendar.{member}",
                list(keys.values()),
                covers=["value"],
                function=lambda *given: getattr(np.busdaycalendar(*given), member),
            )


def business(suite):
    days = np.array(["2024-02-26", "2024-03-02", "2024-12-31", "1969-12-30", "NaT"], "<M8[D]")
    span = np.arange("2024-02-24", "2024-03-10", dtype="<M8[D]")
    masks = [None, "1111100", "0000011", [1, 0, 1, 0, 1, 0, 0]]
    for mask, free in itertools.product(masks, (None, days[:1], days[1:3])):
        keys = {key: value for key, value in (("weekmask", mask), ("holidays", free)) if value is not None}
        suite.add(
            "is_busday/#", "is_busday", [span], keys, covers=["value", "param:dates"] + ["param:" + key for key in keys]
        )
        suite.add(
            "busday_count/#",
            "busday_count",
            [span[:1].copy(), span],
            keys,
            covers=["value", "param:begindates", "param:enddates"] + ["param:" + key for key in keys],
        )
        for roll, offsets in itertools.product(
            ("forward", "backward", "following", "preceding", "modifiedfollowing", "modifiedpreceding", "nat"),
            (0, 3, -2),
        ):
            suite.add(
                "busday_offset/#",
                "busday_offset",
                [span, offsets, roll],
                keys,
                covers=["value", "param:dates", "param:offsets", "param:roll"] + ["param:" + key for key in keys],
            )
    suite.add("busday_offset/raise", "busday_offset", [span, 1], fails=True)
    suite.add(
        "busday_offset/out",
        "busday_offset",
        [span, 1, "forward"],
        {"out": np.zeros(span.shape, "<M8[D]")},
        covers=["param:out", "value"],
    )
    suite.add(
        "busday_count/out",
        "busday_count",
        [span[:1].copy(), span],
        {"out": np.zeros(span.shape, "i8")},
        covers=["param:out", "value"],
    )
    suite.add("is_busday/out", "is_busday", [span], {"out": np.zeros(span.shape, bool)}, covers=["param:out", "value"])
    for name, args in (("is_busday", [span]), ("busday_count", [span[:1].copy(), span]), ("busday_offset", [span, 0])):
        suite.add(f"{name}/mask", name, args, {"weekmask": "0000000"}, fails=True)
        suite.add(
            f"{name}/strided",
            name,
            [layouts.lay(span, "strided"), *args[1:], *([] if name != "busday_offset" else ["forward"])],
        )
        suite.add(
            f"{name}/NaT", name, [days[-1:], *args[1:]], {} if name != "busday_offset" else {"roll": "nat"}, fails=None
        )
