package io.arrayport.core.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bits, shapes and strides of what NumPy gives: numpy_cases.txt, written by src/test/python/numpy_cases.py. */
class NumpyCasesTest {
    private static final List<String> LINES = Cases.lines("numpy_cases.txt");

    /** The operation and element type of every case, once. */
    static Stream<String> groups() {
        return LINES.stream().map(NumpyCasesTest::group).distinct();
    }

    private static String group(String line) {
        return line.substring(0, line.indexOf('|', line.indexOf('|') + 1));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void gives_what_NumPy_gives_to_the_bit(String group) {
        List<String> lines = LINES.stream().filter(line -> group(line).equals(group)).toList();
        assertThat(lines).hasSizeGreaterThan(5);
        for (String line : lines) {
            try (Scope scope = Scope.open()) {
                check(line);
            }
        }
    }

    private static void check(String line) {
        String[] field = line.split("\\|", -1);
        DType type = DType.of(field[1]);
        List<Operand> operands = Arrays.stream(field[2].split(" ")).map(text -> operand(type, text)).toList();
        Operand result = compute(field, operands);
        assertThat(result.dtype()).as(line).isEqualTo(DType.of(field[5]));
        assertThat(result.shape()).as(line).isEqualTo(Shape.of(Cases.numbers(field[6])));
        long[] strides = Cases.numbers(field[7]);
        for (int axis = 0; axis < strides.length && result.layout().size() > 0; axis++) {
            if (result.layout().dim(axis) > 1) {
                assertThat(result.layout().stride(axis)).as("stride of axis %d: %s", axis, line)
                        .isEqualTo(strides[axis]);
            }
        }
        String expected = field[8];
        if (!expected.equals("0000c0ff") && !expected.equals("000000000000f8ff")) {
            assertThat(Cases.text(result)).as(line).isEqualTo(expected);
        } else { // nan has many forms, of which NumPy gives the processor's
            assertThat(result.layout().size()).as(line).isEqualTo(1);
            assertThat(first(result)).as(line).isNaN();
        }
    }

    private static Operand compute(String[] field, List<Operand> operands) {
        ReduceAxes axes = switch (field[3]) {
            case "all" -> ReduceAxes.all();
            case "none", "-" -> ReduceAxes.of();
            default -> ReduceAxes.of(Arrays.stream(Cases.numbers(field[3])).mapToInt(Math::toIntExact).toArray());
        };
        Reducing keepdims = field[4].equals("1") ? Reducing.KEEPDIMS : Reducing.NONE;
        return switch (field[0]) {
            case "sum" -> Ufuncs.ADD.reduce(operands.getFirst(), axes, keepdims);
            case "mean" -> Reductions.mean(operands.getFirst(), axes, keepdims);
            default -> Ufuncs.ALL.stream().filter(ufunc -> ufunc.name().equals(field[0])).findAny().orElseThrow()
                    .call(operands.get(0), operands.get(1));
        };
    }

    private static Operand operand(DType type, String text) {
        String[] part = text.split(":");
        long seed = Long.parseLong(part[0]);
        int count = Integer.parseInt(part[1]);
        long offset = Long.parseLong(part[2]);
        int itemsize = type.itemsize();
        Storage storage = Storage.allocate((count + 1L) * itemsize);
        long at = storage.address() + offset % itemsize;
        for (int i = 1; i <= count; i++) {
            long bits = Cases.random(seed, i);
            double value = Math.scalb((bits >>> 11) * 0x1p-53 - 0.5, (int) (bits & 15) - 8);
            value = (bits & 0xF00) == 0 ? -0.0 : value;
            switch (type.name()) {
                case "float32" -> Memory.RAW.set(ValueLayout.JAVA_FLOAT_UNALIGNED, at, (float) value);
                case "float64" -> Memory.RAW.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, at, value);
                case "int32" -> Memory.RAW.set(ValueLayout.JAVA_INT_UNALIGNED, at, (int) bits);
                default -> Memory.RAW.set(ValueLayout.JAVA_LONG_UNALIGNED, at, bits);
            }
            at += itemsize;
        }
        return Operand.of(type, Layout.of(Shape.of(Cases.numbers(part[3])), Cases.numbers(part[4]), offset), storage);
    }

    private static double first(Operand result) {
        long at = result.storage().address() + result.layout().offset();
        return result.dtype().equals(DType.FLOAT32) ? Memory.RAW.get(ValueLayout.JAVA_FLOAT, at)
                : Memory.RAW.get(ValueLayout.JAVA_DOUBLE, at);
    }
}
