package io.arrayport.gpu.fuse;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Program;
import io.arrayport.core.backend.Program.Apply;
import io.arrayport.core.backend.Program.Choose;
import io.arrayport.core.backend.Program.Convert;
import io.arrayport.core.backend.Program.Step;
import io.arrayport.core.dtype.DType;
import io.arrayport.gpu.kernel.KernelTable;
import io.arrayport.gpu.kernel.Walk;

/**
 * A program as the source of one kernel, named {@link #NAME}. Each step is the function that its own kernel calls, and
 * what it gives is rounded to its type: bits are the same as of one step after the other. Operand 0 of the walk is the
 * result, then come the arrays, in native order, then none; numbers stand behind the walk.
 */
public final class FusedSource {
    /** The kernel's name. */
    public static final String NAME = "fused";
    /** The header that includes all that the source needs. */
    static final String HEADER = "copy.cuh";
    /** Bytes of a kernel's arguments at most. */
    private static final long MOST_BYTES = 4096;

    private final Program program;
    private final List<String> arrays;
    private final String result;

    private FusedSource(Program program) {
        this.program = program;
        this.arrays = program.arrays().stream().map(type -> name(type)).toList();
        this.result = name(program.type());
    }

    /** Returns whether there are functions for all steps, and the arguments are not too many. */
    public static boolean has(Program program) {
        return DType.ALL.containsAll(program.arrays().stream().map(FusedSource::stored).toList())
                && DType.ALL.containsAll(program.numbers()) && program.steps().stream().allMatch(step -> has(program,
                        step))
                && Walk.bytes(program.arrays().size() + 2) + program.numbers().size() * 16L <= MOST_BYTES;
    }

    private static boolean has(Program program, Step step) {
        return DType.ALL.contains(step.type()) && switch (step) {
            // Whether whole exponents are negative is looked at before
            case Apply apply -> KernelTable.isFunction(apply.op(), apply.signature())
                    && !(apply.op() == Op.POWER && apply.signature().input(1).kind() == 'i');
            case Choose _ -> true;
            case Convert convert -> {
                DType from = stored(program.type(convert.inputs().getFirst()));
                yield from.equals(convert.type()) || KernelTable.has(KernelTable.copy(from, convert.type()));
            }
        };
    }

    /** Returns the type in which the kernel reads an array. */
    public static DType stored(DType type) {
        return type.withOrder(ByteOrder.nativeOrder());
    }

    /** Returns how many bytes a number takes among the arguments. */
    public static long bytes(DType number) {
        return Math.max(Long.BYTES, number.itemsize());
    }

    /** Returns the source. */
    public static String of(Program program) {
        return new FusedSource(program).text();
    }

    private String text() {
        int operands = arrays.size() + 2;
        String parameters = each("%2$s a%1$d, ");
        return "#include \"" + HEADER + "\"\n"
                + "struct Fused {\n    Walk<" + operands + "> walk;\n" + numbers() + "};\n"
                + "FN " + result + " element(" + parameters + "const Fused& f) {\n" + steps() + "}\n"
                + "extern \"C\" __global__ void __launch_bounds__(THREADS) " + NAME + "(Fused f) {\n"
                + "    if (f.walk.packed) {\n"
                + "        EACH(i, f.walk.n >> 2) {\n"
                + each("            Four<%2$s> a%1$d = ((const Four<%2$s>*) f.walk.base[%3$d])[i];\n")
                + "            Four<" + result + "> r;\n"
                + "#pragma unroll\n"
                + "            for (int k = 0; k < 4; k++) r.at[k] = element(" + each("a%1$d.at[k], ") + "f);\n"
                + "            ((Four<" + result + ">*) f.walk.base[0])[i] = r;\n"
                + "        }\n"
                + "        EACH(i, f.walk.n & 3) {\n"
                + "            int64 at = (f.walk.n & ~3LL) + i;\n"
                + "            ((" + result + "*) f.walk.base[0])[at] = element("
                + each("((const %2$s*) f.walk.base[%3$d])[at], ") + "f);\n"
                + "        }\n"
                + "        return;\n"
                + "    }\n"
                + "    EACH(i, f.walk.n) {\n"
                + "        char* p[" + operands + "];\n"
                + "        locate(f.walk, i, p);\n"
                + "        *(" + result + "*) p[0] = element(" + each("*(const %2$s*) p[%3$d], ") + "f);\n"
                + "    }\n"
                + "}\n"
                + "HOST_ENTRY(" + NAME + ", Fused)\n";
    }

    /** A piece for each array: its number, its type, and which operand of the walk it is. */
    private String each(String piece) {
        return IntStream.range(0, arrays.size()).mapToObj(i -> piece.formatted(i, arrays.get(i), i + 1))
                .collect(Collectors.joining());
    }

    private String numbers() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < program.numbers().size(); i++) {
            fields.append("    alignas(8) ").append(name(program.numbers().get(i))).append(" n").append(i)
                    .append(";\n");
        }
        return fields.toString();
    }

    private String steps() {
        StringBuilder lines = new StringBuilder();
        for (int value = 0; value < program.values(); value++) {
            String type = name(program.type(value));
            String given = value < arrays.size() ? "a" + value
                    : value < program.first() ? "f.n" + (value - arrays.size())
                            : "Of<" + type + ">::store(" + step(program.steps().get(value - program.first())) + ")";
            lines.append("    Computed<").append(type).append("> v").append(value).append(" = Of<").append(type)
                    .append(">::load(").append(given).append(");\n");
        }
        return lines + "    return Of<" + result + ">::store(v" + (program.values() - 1) + ");\n";
    }

    private String step(Step step) {
        List<String> inputs = step.inputs().stream().map(value -> "v" + value).toList();
        return switch (step) {
            case Apply apply -> "op_" + apply.op().name().toLowerCase(Locale.ROOT) + "::of("
                    + String.join(", ", inputs) + ")";
            case Choose _ -> inputs.get(0) + " ? " + inputs.get(1) + " : " + inputs.get(2);
            case Convert convert -> stored(program.type(convert.inputs().getFirst())).equals(convert.type())
                    ? inputs.getFirst()
                    : "To<" + name(convert.type()) + ">::of(" + inputs.getFirst() + ")";
        };
    }

    private static String name(DType type) {
        return KernelTable.name(stored(type));
    }
}
