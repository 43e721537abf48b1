package io.arrayport.core.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.element.Element;
import io.arrayport.core.element.FloatBits;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bits, shapes and strides of NumPy's reduce, accumulate and reduceat: reduce_cases.txt and the script beside it. */
class ReduceCasesTest {
    private static final List<String> LINES = Cases.lines("reduce_cases.txt");

    /** The call and the input's element type of every case, once. */
    static Stream<String> groups() {
        return LINES.stream().map(ReduceCasesTest::group).distinct();
    }

    private static String group(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void gives_what_NumPy_gives_to_the_bit(String group) {
        for (String line : LINES) {
            if (group(line).equals(group)) {
                try (Scope _ = Scope.open()) {
                    check(line);
                }
            }
        }
    }

    private static void check(String line) {
        String[] field = line.split("\\|", -1);
        Operand result = compute(field);
        assertThat(result.dtype()).as(line).isEqualTo(DType.of(field[8]));
        assertThat(result.shape()).as(line).isEqualTo(Shape.of(Cases.numbers(field[9])));
        long[] strides = Cases.numbers(field[10]);
        for (int axis = 0; axis < strides.length && result.layout().size() > 0; axis++) {
            if (result.layout().dim(axis) > 1) {
                assertThat(result.layout().stride(axis)).as("stride of axis %d: %s", axis, line)
                        .isEqualTo(strides[axis]);
            }
        }
        assertThat(Cases.text(result)).as(line).isEqualTo(field[11]);
    }

    private static Operand compute(String[] field) {
        String name = field[0].substring(0, field[0].indexOf('.'));
        UFunc ufunc = Ufuncs.ALL.stream().filter(row -> row.name().equals(name)).findAny().orElseThrow();
        Operand in = operand(field[1]);
        DType dtype = field[5].equals("-") ? null : DType.of(field[5]);
        if (field[0].endsWith(".reduce")) {
            ReduceAxes axes = switch (field[3]) {
                case "all" -> ReduceAxes.all();
                case "none" -> ReduceAxes.of();
                default -> ReduceAxes.of(ints(field[3]));
            };
            Object initial = field[6].equals("-") ? null : Long.valueOf(field[6]);
            Operand where = field[2].equals("-") ? null : operand(field[2]);
            return ufunc.reduce(in, axes, new Reducing(dtype, null, field[4].equals("1"), initial, where));
        }
        int axis = Integer.parseInt(field[3]);
        if (field[0].endsWith(".accumulate")) {
            return ufunc.accumulate(in, axis, dtype, null);
        }
        double[] indices = Arrays.stream(ints(field[7])).asDoubleStream().toArray();
        return ufunc.reduceat(in, Items.of(DType.INT64, Shape.of(indices.length), indices), axis, dtype, null);
    }

    private static int[] ints(String text) {
        return Arrays.stream(Cases.numbers(text)).mapToInt(Math::toIntExact).toArray();
    }

    private static Operand operand(String text) {
        String[] part = text.split(":");
        DType type = DType.of(part[0]);
        long seed = Long.parseLong(part[1]);
        int count = Integer.parseInt(part[2]);
        Storage storage = Storage.allocate((long) count * type.itemsize());
        int numbers = type instanceof ComplexType ? 2 : 1;
        for (int i = 0; i < count * numbers; i++) {
            long at = storage.address() + (long) i * type.itemsize() / numbers;
            long bits = Cases.random(seed, i + 1L);
            double value = Math.scalb((bits >>> 11) * 0x1p-53 - 0.5, (int) (bits & 7) - 2);
            int bytes = type.itemsize() / numbers;
            Element.put(bytes, type.order(), at, switch (type) {
                case FloatType real -> FloatBits.of(real.format(), value);
                case ComplexType complex -> FloatBits.of(complex.format(), value);
                default -> type.kind() == 'b' ? (bits & 3) == 0 ? 0 : 1 : bits;
            });
        }
        Layout layout = Layout.of(Shape.of(Cases.numbers(part[4])), Cases.numbers(part[5]), Long.parseLong(part[3]));
        return Operand.of(type, layout, storage);
    }
}
