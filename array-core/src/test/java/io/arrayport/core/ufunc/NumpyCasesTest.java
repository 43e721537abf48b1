package io.arrayport.core.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.CopyLoop;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bits, shapes and strides of what NumPy gives: numpy_cases.txt, written by numpy_cases.py beside it. */
class NumpyCasesTest {
    private static final List<String> LINES = read();

    private static List<String> read() {
        try (InputStream in = NumpyCasesTest.class.getResourceAsStream("numpy_cases.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
        assertThat(result.shape()).as(line).isEqualTo(Shape.of(numbers(field[6])));
        long[] strides = numbers(field[7]);
        for (int axis = 0; axis < strides.length && result.layout().size() > 0; axis++) {
            if (result.layout().dim(axis) > 1) {
                assertThat(result.layout().stride(axis)).as("stride of axis %d: %s", axis, line)
                        .isEqualTo(strides[axis]);
            }
        }
        String expected = field[8];
        byte[] bytes = packed(result);
        if (expected.startsWith("#")) {
            assertThat("#" + String.format("%016x", fnv(bytes))).as(line).isEqualTo(expected);
        } else if (!expected.equals("0000c0ff") && !expected.equals("000000000000f8ff")) {
            assertThat(hex(bytes)).as(line).isEqualTo(expected);
        } else { // nan has many forms, of which NumPy gives the processor's
            assertThat(result.layout().size()).as(line).isEqualTo(1);
            assertThat(first(result)).as(line).isNaN();
        }
    }

    private static Operand compute(String[] field, List<Operand> operands) {
        ReduceAxes axes = switch (field[3]) {
            case "all" -> ReduceAxes.all();
            case "none", "-" -> ReduceAxes.of();
            default -> ReduceAxes.of(Arrays.stream(numbers(field[3])).mapToInt(Math::toIntExact).toArray());
        };
        boolean keepdims = field[4].equals("1");
        return switch (field[0]) {
            case "sum" -> Reductions.sum(operands.getFirst(), axes, keepdims);
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
            long bits = split(i * 0x9E3779B97F4A7C15L + seed);
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
        return Operand.of(type, Layout.of(Shape.of(numbers(part[3])), numbers(part[4]), offset), storage);
    }

    private static long split(long state) {
        long z = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private static long[] numbers(String text) {
        return text.equals("()") ? new long[0] : Arrays.stream(text.split(",")).mapToLong(Long::parseLong).toArray();
    }

    private static byte[] packed(Operand result) {
        int itemsize = result.dtype().itemsize();
        long bytes = result.layout().size() * itemsize;
        try (Storage copy = Storage.allocate(bytes)) {
            CopyLoop.copy(result.storage().address(), result.layout(), copy.address(),
                    Layout.contiguous(result.shape(), itemsize), itemsize, 0);
            return Memory.segment(copy.address(), bytes).toArray(ValueLayout.JAVA_BYTE);
        }
    }

    private static double first(Operand result) {
        long at = result.storage().address() + result.layout().offset();
        return result.dtype().equals(DType.FLOAT32) ? Memory.RAW.get(ValueLayout.JAVA_FLOAT, at)
                : Memory.RAW.get(ValueLayout.JAVA_DOUBLE, at);
    }

    private static long fnv(byte[] bytes) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : bytes) {
            hash = (hash ^ b & 0xFF) * 0x100000001B3L;
        }
        return hash;
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
