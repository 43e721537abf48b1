package io.arrayport.conformance.bench.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** Cases that count in one geometric mean. */
final class Family {
    static final List<String> FOUR = List.of("float64", "float32", "int64", "int32");
    static final List<String> FLOATS = List.of("float64", "float32");
    static final List<String> DOUBLE = List.of("float64");
    static final List<Long> SIZES = List.of(10L, 1_000L, 100_000L, 1_000_000L, 10_000_000L);

    private final String name;
    private final List<BenchCase> cases;

    Family(String name, List<BenchCase> cases) {
        this.name = name;
        this.cases = cases;
    }

    /** A case of float64 at all sizes on {@code a} and {@code b}, unless it says otherwise. */
    Row row(String title, @Nullable String numpy) {
        return new Row(title, numpy);
    }

    /** A case that is being described; saying what Arrayport does about it ends the description. */
    final class Row {
        private final String title;
        private final @Nullable String numpy;
        private final List<Input> inputs = new ArrayList<>();
        private String setup = "";
        private List<String> dtypes = DOUBLE;
        private List<Long> sizes = SIZES;
        private boolean cold;
        private boolean quick;

        Row(String title, @Nullable String numpy) {
            this.title = title;
            this.numpy = numpy;
        }

        Row on(Input... arrays) {
            inputs.addAll(List.of(arrays));
            return this;
        }

        Row setup(String python) {
            setup = python;
            return this;
        }

        Row types(List<String> names) {
            dtypes = names;
            return this;
        }

        Row types(String... names) {
            return types(List.of(names));
        }

        Row at(Long... n) {
            sizes = List.of(n);
            return this;
        }

        Row cold() {
            cold = true;
            return this;
        }

        Row quick() {
            quick = true;
            return this;
        }

        void is(Outcome outcome, Form form) {
            cases.add(new BenchCase(name, title, List.copyOf(inputs), setup, numpy, form, outcome, dtypes, sizes, cold,
                    quick));
        }

        void fresh(UnaryOperator<NdArray> form) {
            is(Outcome.FRESH, in -> {
                NdArray a = in.a();
                return () -> form.apply(a);
            });
        }

        void fresh(BinaryOperator<NdArray> form) {
            is(Outcome.FRESH, in -> {
                NdArray a = in.a();
                NdArray b = in.b();
                return () -> form.apply(a, b);
            });
        }

        void view(UnaryOperator<NdArray> form) {
            is(Outcome.VIEW, in -> {
                NdArray a = in.a();
                return () -> form.apply(a);
            });
        }
    }
}
