package io.arrayport.core.ufunc;

import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.TimePromotion;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.WeakKind;
import io.arrayport.core.error.DTypeException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the loop of a ufunc of which an input is a time: NumPy's rules. The loop's times are of the unit that all times
 * among the inputs have in common; integers beside them count it, or scale what is counted.
 */
final class TimeResolver {
    private static final Set<Op> ADDED = EnumSet.of(Op.ADD, Op.SUBTRACT);
    private static final Set<Op> ORDERED = EnumSet.of(Op.EQUAL, Op.NOT_EQUAL, Op.LESS, Op.LESS_EQUAL, Op.GREATER,
            Op.GREATER_EQUAL, Op.MAXIMUM, Op.MINIMUM, Op.FMAX, Op.FMIN);
    private static final Set<Op> TRUTHS = EnumSet.of(Op.LOGICAL_AND, Op.LOGICAL_OR, Op.LOGICAL_XOR);

    private TimeResolver() {}

    /** Returns whether one of the types is a time. */
    static boolean concerns(List<DType> types) {
        for (DType type : types) {
            if (type instanceof TimeType) {
                return true;
            }
        }
        return false;
    }

    /** Returns an input's type in native order; numbers beside times are what they are without them. */
    static DType type(Input input) {
        return switch (input) {
            case Input.Array array -> Promotion.nativeOf(array.operand().dtype());
            case Input.Weak number -> Promotion.resultType(List.of(), List.of(WeakKind.of(number.value())));
        };
    }

    /**
     * Returns the casting rule for inputs of these types. As in NumPy, isnat takes any byte order, and what is logical
     * takes the truth of times, whatever the rule.
     */
    static Casting casting(UFunc ufunc, List<DType> types, Casting casting) {
        if (TRUTHS.contains(ufunc.op()) && concerns(types)) {
            return Casting.UNSAFE;
        }
        return ufunc.op() == Op.ISNAT && casting == Casting.NO ? Casting.EQUIV : casting;
    }

    /** Returns the loop for inputs of these types, in native order; null if there is none. */
    static @Nullable Signature search(UFunc ufunc, List<DType> types) {
        Op op = ufunc.op();
        for (Signature loop : ufunc.loops().list()) {
            boolean truths = TRUTHS.contains(op) && loop.inputs().stream().allMatch(DType.BOOL::equals);
            if (truths || concerns(loop.inputs()) && fits(op, types, loop)) {
                return concerns(loop.inputs()) ? in(unit(ufunc.method(), types), loop) : loop;
            }
        }
        return null;
    }

    private static boolean fits(Op op, List<DType> types, Signature loop) {
        for (int i = 0; i < types.size(); i++) {
            if (!fits(op, types.get(i), loop.input(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Op op, DType type, DType wanted) {
        boolean whole = "biu".indexOf(type.kind()) >= 0;
        return switch (wanted.kind()) {
            case 'M' -> type.kind() == 'M';
            case 'm' -> type.kind() == 'm' || whole && (ADDED.contains(op) || ORDERED.contains(op) && !isUint64(type));
            case 'i' -> whole && (type.kind() != 'b' || op == Op.MULTIPLY);
            default -> type.kind() == 'f';
        };
    }

    private static boolean isUint64(DType type) {
        return type instanceof IntegerType integer && !integer.signed() && integer.bits() == Long.SIZE;
    }

    /** The unit that all times have in common. */
    private static TimeType unit(String operation, List<DType> types) {
        TimeType common = null;
        for (DType type : types) {
            if (type instanceof TimeType time) {
                common = common == null ? time : TimePromotion.commonUnit(operation, common, time);
            }
        }
        if (common == null) {
            throw new IllegalArgumentException(operation + ": no time among " + types);
        }
        return common;
    }

    private static Signature in(TimeType unit, Signature loop) {
        return new Signature(in(unit, loop.inputs()), in(unit, loop.outputs()));
    }

    private static List<DType> in(TimeType unit, List<DType> types) {
        return types.stream().map(type -> type instanceof TimeType time
                ? new TimeType(time.span(), unit.unit(), unit.multiple(), ByteOrder.nativeOrder())
                : type).toList();
    }

    /** Says that {@code dtype} chooses among loops, and units follow from the inputs. */
    static DTypeException unit(String operation, DType dtype) {
        return new DTypeException(operation + ": dtype is " + dtype + ", but the unit of a result follows from the "
                + "operands; convert them, or the result, with astype(...)");
    }
}
