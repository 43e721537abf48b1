package io.arrayport.core.ufunc;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.UnicodeType;
import org.jspecify.annotations.Nullable;

/**
 * Finds the loop of a ufunc of which an input is a string: NumPy's rules. Strings keep their widths; bytes stand beside
 * bytes only, and unicode beside unicode.
 */
final class TextResolver {
    private static final Set<Op> COMPARED = EnumSet.range(Op.EQUAL, Op.GREATER_EQUAL);
    private static final Set<Op> TRUTHS = EnumSet.of(Op.LOGICAL_AND, Op.LOGICAL_OR, Op.LOGICAL_XOR);

    private TextResolver() {}

    /** Returns whether one of the types is a string. */
    static boolean concerns(List<DType> types) {
        for (DType type : types) {
            if (type instanceof TextType || type instanceof StringType) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a ufunc takes the truth of strings, which have it if they have characters. */
    static boolean isTruth(UFunc ufunc) {
        return TRUTHS.contains(ufunc.op());
    }

    /** Returns the loop for inputs of these types, in native order; null if there is none. */
    static @Nullable Signature search(UFunc ufunc, List<DType> types) {
        Op op = ufunc.op();
        if (isTruth(ufunc)) {
            return new Signature(types.stream().map(_ -> DType.BOOL).toList(), List.of(DType.BOOL));
        }
        if (types.stream().anyMatch(StringType.class::isInstance)) {
            return strings(op, types);
        }
        DType first = types.getFirst();
        if (!(first instanceof TextType text) || types.stream().anyMatch(type -> type.kind() != first.kind())) {
            return null;
        }
        return switch (op.result()) {
            case TRUTH -> COMPARED.contains(op) || asks(op, text) ? new Signature(types, List.of(DType.BOOL)) : null;
            case LENGTH -> new Signature(types, List.of(DType.INT64));
            default -> op != Op.ADD ? null
                    : new Signature(types, List.of(text.withLength(types.stream()
                            .mapToInt(type -> ((TextType) type).length()).reduce(0, Math::addExact))));
        };
    }

    /** Strings of any length stand beside each other and unicode, and beside whole numbers that say how often. */
    private static @Nullable Signature strings(Op op, List<DType> types) {
        if (op == Op.MULTIPLY) {
            boolean swapped = types.getLast() instanceof StringType;
            DType times = types.get(swapped ? 0 : 1);
            DType of = types.get(swapped ? 1 : 0);
            return "iu".indexOf(times.kind()) < 0 ? null
                    : new Signature(swapped ? List.of(DType.INT64, of) : List.of(of, DType.INT64), List.of(of));
        }
        if (!types.stream().allMatch(type -> type instanceof StringType || type instanceof UnicodeType)) {
            return null;
        }
        DType common = types.stream().reduce(Promotion::promoteTypes).orElseThrow();
        List<DType> inputs = types.stream().map(_ -> common).toList();
        return switch (op) {
            case ADD, MAXIMUM, MINIMUM -> new Signature(inputs, List.of(common));
            case STR_LEN -> new Signature(inputs, List.of(DType.INT64));
            default -> COMPARED.contains(op) || op == Op.ISNAN || op.compareTo(Op.IS_ALNUM) >= 0
                    ? new Signature(inputs, List.of(DType.BOOL)) : null;
        };
    }

    /** Bytes have no other digits than decimal ones, and NumPy does not ask them. */
    private static boolean asks(Op op, TextType type) {
        boolean unicode = type instanceof UnicodeType;
        return op.compareTo(Op.IS_ALNUM) >= 0 && (unicode || op != Op.IS_DECIMAL && op != Op.IS_NUMERIC);
    }

    /** Returns the loop if it gives {@code wanted}, whose width does not count; else null. */
    static @Nullable Signature giving(@Nullable Signature found, DType wanted) {
        boolean gives = found != null && (found.output().equals(wanted)
                || found.output() instanceof TextType text && text.withLength(0).equals(wanted));
        return gives ? found : null;
    }
}
