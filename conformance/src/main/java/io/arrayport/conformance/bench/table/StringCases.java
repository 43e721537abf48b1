package io.arrayport.conformance.bench.table;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.unit;

import java.util.List;
import java.util.function.UnaryOperator;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;

/** Strings of fixed width, and times. */
final class StringCases {
    private static final Long[] SIZES = {1_000L, 100_000L};
    /** Numbers of up to six digits behind a word, with a blank at each end. */
    private static final String WORDS = "s = np.strings.add(np.strings.add(' Item ', i.astype('U6')), ' ')";
    private static final Input NUMBERS = Input.of("i", Extent.VECTOR).as("int64").filled(new Fill(0, 900_000));

    private StringCases() {}

    static void add(List<BenchCase> cases) {
        strings(new Family("strings", cases));
        times(new Family("times", cases));
    }

    private static void word(Family family, String title, String numpy, UnaryOperator<NdArray> form) {
        word(family.row(title, numpy), form);
    }

    private static void word(Family.Row row, UnaryOperator<NdArray> form) {
        row.on(NUMBERS).types("int64").setup(WORDS).at(SIZES).is(Outcome.FRESH, in -> {
            NdArray words = words(in.get("i"));
            return () -> form.apply(words);
        });
    }

    private static NdArray words(NdArray numbers) {
        NdArray front = np.strings.add(text(" Item "), numbers.astype(DType.of("<U6")));
        return np.strings.add(front, text(" "));
    }

    private static NdArray text(String value) {
        NdArray one = np.zeros(Shape.of(), DType.of("<U" + value.length()));
        one.fill(value);
        return one;
    }

    private static void strings(Family family) {
        word(family.row("find", "np.strings.find(s, '7')").quick().cold(), s -> np.strings.find(s, "7"));
        word(family, "find a word", "np.strings.find(s, 'Item 12')", s -> np.strings.find(s, "Item 12"));
        word(family, "count", "np.strings.count(s, '1')", s -> np.strings.count(s, "1"));
        word(family, "starts with", "np.strings.startswith(s, ' It')", s -> np.strings.startswith(s, " It"));
        word(family, "replace", "np.strings.replace(s, 'Item', 'No')", s -> np.strings.replace(s, "Item", "No"));
        word(family, "center", "np.strings.center(s, 20)", s -> np.strings.center(s, 20));
        word(family, "right-justify", "np.strings.rjust(s, 20)", s -> np.strings.rjust(s, 20));
        word(family, "zero fill", "np.strings.zfill(s, 20)", s -> np.strings.zfill(s, 20));
        word(family, "strip", "np.strings.strip(s)", s -> np.strings.strip(s));
        word(family, "strip characters", "np.strings.strip(s, ' I01')", s -> np.strings.strip(s, " I01"));
        word(family, "upper", "np.strings.upper(s)", s -> np.strings.upper(s));
        word(family, "title", "np.strings.title(s)", s -> np.strings.title(s));
        word(family, "length", "np.strings.str_len(s)", s -> np.strings.strLen(s));
        word(family, "is digit", "np.strings.isdigit(s)", s -> np.strings.isdigit(s));
        word(family, "add", "np.strings.add(s, s)", s -> np.strings.add(s, s));
        word(family, "multiply", "np.strings.multiply(s, 3)", s -> np.strings.multiply(s, 3));
        word(family, "partition", "np.strings.partition(s, 'em')[2]", s -> {
            List<NdArray> parts = np.strings.partition(s, text("em"));
            parts.get(0).close();
            parts.get(1).close();
            return parts.get(2);
        });
        word(family, "encode", "np.strings.encode(s, 'utf-8')", s -> np.strings.encode(s));
        word(family, "equal", "s == s", s -> np.equal(s, s));
        word(family, "sort", "np.sort(s)", s -> np.sort(s));
        word(family, "unique", "np.unique(s)", s -> np.unique(s));
        word(family, "to bytes", "s.astype('S')", s -> s.astype(DType.of("S")));
        family.row("from integers", "a.astype('U')").on(Input.A).types("int64").at(SIZES)
                .fresh(a -> a.astype(DType.of("U")));
        family.row("to integers", "s.astype('i8')").on(NUMBERS).types("int64").setup("s = i.astype('U')").at(SIZES)
                .is(Outcome.FRESH, in -> {
                    NdArray digits = in.get("i").astype(DType.of("U"));
                    return () -> digits.astype(np.int64);
                });
        family.row("to floats", "s.astype('f8')").on(Input.A).setup("s = a.astype('U')").at(SIZES)
                .is(Outcome.FRESH, in -> {
                    NdArray digits = in.a().astype(DType.of("U"));
                    return () -> digits.astype(np.float64);
                });
        family.row("from floats", "a.astype('U')").on(Input.A).at(SIZES).fresh(a -> a.astype(DType.of("U")));
    }

    private static void time(Family family, String title, String numpy, UnaryOperator<NdArray> form) {
        family.row(title, numpy).on(NUMBERS).types("int64").setup("t = i.astype('M8[m]')").at(SIZES)
                .is(Outcome.FRESH, in -> {
                    NdArray times = in.get("i").astype(DType.of("M8[m]"));
                    return () -> form.apply(times);
                });
    }

    private static void times(Family family) {
        time(family, "to days", "t.astype('M8[D]')", t -> t.astype(DType.of("M8[D]")));
        time(family, "to months", "t.astype('M8[M]')", t -> t.astype(DType.of("M8[M]")));
        time(family, "to seconds", "t.astype('M8[s]')", t -> t.astype(DType.of("M8[s]")));
        time(family, "difference", "t - t[::-1]", t -> np.subtract(t, t.get("::-1")));
        time(family, "as strings", "np.datetime_as_string(t)", t -> np.datetimeAsString(t));
        time(family, "as days", "np.datetime_as_string(t, unit='D')", t -> np.datetimeAsString(t, unit("D")));
        time(family, "sort", "np.sort(t)", t -> np.sort(t));
        time(family, "greatest", "np.max(t)", t -> np.max(t));
        days(family, "is business day", "np.is_busday(t)", t -> np.isBusday(t));
        days(family, "business days between", "np.busday_count('1970-01-01', t)",
                t -> np.busdayCount(np.zeros(Shape.of(), DType.of("M8[D]")), t));
        family.row("from strings", "s.astype('M8[m]')").on(NUMBERS).types("int64").quick().cold()
                .setup("s = np.datetime_as_string(i.astype('M8[m]'))").at(SIZES).is(Outcome.FRESH, in -> {
                    NdArray texts = np.datetimeAsString(in.get("i").astype(DType.of("M8[m]")));
                    return () -> texts.astype(DType.of("M8[m]"));
                });
    }

    private static void days(Family family, String title, String numpy, UnaryOperator<NdArray> form) {
        family.row(title, numpy).on(NUMBERS).types("int64").setup("t = (i // 50).astype('M8[D]')").at(SIZES)
                .is(Outcome.FRESH, in -> {
                    NdArray times = np.floorDivide(in.get("i"), 50).astype(DType.of("M8[D]"));
                    return () -> form.apply(times);
                });
    }
}
