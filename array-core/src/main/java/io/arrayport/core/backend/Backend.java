package io.arrayport.core.backend;

import java.util.List;
import java.util.Optional;

import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of device offers to array operations. Those of other modules are found by
 * {@link java.util.ServiceLoader}; an operation runs on the backend of the device where its operands are.
 *
 * <p>A backend computes and decides nothing: the caller has resolved types, broadcast shapes, ruled out overlaps,
 * checked that the output may be written, and holds a lease on every operand until the method returns. A method returns
 * when its result may be read by the next call on the same backend.
 */
public interface Backend {
    /** Returns the kind of device this backend serves. */
    DeviceType deviceType();

    /**
     * Allocates uninitialised memory on a device of this kind, owned by the returned storage and adopted by the
     * ambient scope.
     *
     * @throws io.arrayport.core.error.MemoryBudgetException if there is no room
     */
    Storage allocate(Device device, long bytes);

    /**
     * Sets every element to {@code value}, which the caller has seen to fit: a Boolean or a whole number for any type
     * (rounded to nearest by floating types), a Double for floating and complex types, a {@link
     * io.arrayport.core.dtype.Complex} for complex types, a String for strings, which is cut off where elements end.
     */
    void fill(Operand out, Object value);

    /**
     * Computes {@code out = op(in)} in the types of {@code signature}, from and to which operands of other types and
     * byte orders are converted. All have one shape. {@code out} is exactly the input (the same first element and
     * strides, no two elements overlapping) or overlaps none of the others.
     *
     * @param where bools, or null for true everywhere: where it is false, {@code out} stays as it is
     */
    void unary(Op op, Signature signature, Operand in, Operand out, @Nullable Operand where);

    /** Computes {@code out = op(a, b)} as {@link #unary} does. */
    void binary(Op op, Signature signature, Operand a, Operand b, Operand out, @Nullable Operand where);

    /**
     * Computes {@code out = minimum(maximum(in, least), most)}. All have one type, in native order, which counts no
     * time; {@code in} and {@code out} are contiguous, of one shape, and overlap nowhere, the bounds are one element
     * each.
     */
    default void clip(Operand in, Operand least, Operand most, Operand out) {
        Signature signature = new Signature(List.of(out.dtype(), out.dtype()), List.of(out.dtype()));
        binary(Op.MAXIMUM, signature, in, least.with(least.layout().broadcastTo(out.shape())), out, null);
        binary(Op.MINIMUM, signature, out, most.with(most.layout().broadcastTo(out.shape())), out, null);
    }

    /**
     * Computes {@code out = op(out, reduction of in by op)}. {@code out} has {@code in}'s shape, with stride 0 along
     * the axes that are reduced, and overlaps {@code in} nowhere; its element type, in native order, is what is
     * computed in, and {@code in} is converted to it. Floats are added in NumPy's order.
     *
     * @param where bools of {@code in}'s shape, or null for true everywhere: which elements are reduced
     */
    void reduce(Op op, Operand in, Operand out, @Nullable Operand where);

    /**
     * Adds to {@code out} the squares of the differences {@code in - mean}, in NumPy's order of additions. The three
     * have one shape, {@code out} with stride 0 along the axes that are summed; it overlaps the others nowhere. Its
     * type, float32 or float64 in native order, is what is computed in, and the others, real numbers, are converted to
     * it.
     */
    void squares(Operand in, Operand mean, Operand out);

    /**
     * Writes order statistics: along {@code axis}, the elements that sorting {@code in} would put at {@code ranks}. NaN
     * sorts behind everything else, complex numbers by real part, then by imaginary part; which of several equal
     * elements comes first is open. {@code out} has {@code in}'s shape, but is as long as {@code ranks} along the axis,
     * and {@code in}'s type in native order; they overlap nowhere.
     *
     * @param ranks ascending, each inside the axis
     */
    void select(Operand in, int axis, long[] ranks, Operand out);

    /**
     * Sorts along {@code axis}, in place: NaN behind everything else, no time behind all times, complex numbers by real
     * part, then by imaginary part, those with a NaN last. -0 comes before 0.
     *
     * @param a any type and byte order; no two of its elements overlap
     */
    void sort(Operand a, int axis);

    /**
     * Writes a copy that {@link #sort(Operand, int)} is done with.
     *
     * @param out of {@code in}'s type and shape; overlaps it nowhere
     */
    default void sort(Operand in, int axis, Operand out) {
        copy(in, out);
        sort(out, axis);
    }

    /**
     * Brings the elements that sorting along {@code axis} would put at {@code ranks} to their places, in place; those
     * before each are not greater, those behind it not less, in the order of {@link #sort}.
     *
     * @param ranks ascending, inside of the axis
     */
    default void partition(Operand a, int axis, long[] ranks) {
        sort(a, axis);
    }

    /**
     * Writes a copy that {@link #partition(Operand, int, long[])} is done with.
     *
     * @param out as for {@link #sort(Operand, int, Operand)}
     */
    default void partition(Operand in, int axis, long[] ranks, Operand out) {
        copy(in, out);
        partition(out, axis, ranks);
    }

    /**
     * Writes where the elements along {@code axis} stand, in their order; positions of equal elements, which 0 and -0
     * are, ascend.
     *
     * @param in any type and byte order
     * @param out int64 in native order, of {@code in}'s shape; overlaps it nowhere
     */
    void argsort(Operand in, int axis, Operand out);

    /**
     * Writes where the elements along {@code axis} stand, such that those at {@code ranks} are where {@link #argsort}
     * has them; those before each are not greater, those behind it not less.
     *
     * @param ranks ascending, inside of the axis
     * @param out as for {@link #argsort}
     */
    default void argpartition(Operand in, int axis, long[] ranks, Operand out) {
        argsort(in, axis, out);
    }

    /**
     * Sorts positions, along {@code axis}, by the elements of {@code in} that they name; those of equal elements stay
     * in their order. So positions are sorted by several arrays, the least important one first.
     *
     * @param out as for {@link #argsort}; what is there are positions inside of the axis
     */
    void reorder(Operand in, int axis, Operand out);

    /**
     * Finds, by halving, how many elements come before each value.
     *
     * @param sorted 1-d, ascending as {@link #sort} puts it, of any type and byte order
     * @param sorter int64 in native order, 1-d, as long as {@code sorted}: the positions of its elements in their
     *        order, all inside of it; null if they lie in it
     * @param values of the same type
     * @param right whether elements that are equal to a value come before it
     * @param out int64 in native order, of {@code values}' shape; overlaps the others nowhere
     */
    void searchsorted(Operand sorted, @Nullable Operand sorter, Operand values, boolean right, Operand out);

    /**
     * Adds 1, or a weight, to an element of {@code out} for each position: {@code out[positions[i]] += weights[i]}, one
     * after the other.
     *
     * @param positions int64 in native order, 1-d, all inside of {@code out}
     * @param weights float64 in native order, 1-d, as many; null counts
     * @param out 1-d, contiguous, int64 in native order, with weights float64; overlaps the others nowhere
     */
    void tally(Operand positions, @Nullable Operand weights, Operand out);

    /**
     * Multiplies matrices, the last two axes of each operand: {@code out[..., i, j] = sum over p of a[..., i, p] *
     * b[..., p, j]}. The axes before them have one shape. All have one type, in native order; {@code out} overlaps
     * neither input. Integers wrap; of bools a product is and, a sum or.
     *
     * @param conjugate whether elements of {@code a} are conjugated, if they are complex
     */
    void multiply(Operand a, boolean conjugate, Operand b, Operand out);

    /**
     * Computes discrete Fourier transforms along {@code axis}, times a factor; each is computed in float64, whatever
     * the types are. Both have one shape but along the axis, where of {@code in} the first elements count, as many as
     * {@code kind} takes, and zeros behind them if there are fewer. They overlap nowhere, or are the same.
     *
     * @param in float32, float64, complex64 or complex128 in native order; real for REAL, complex for HERMITIAN
     * @param n at least 1
     * @param out the same types, complex but for HERMITIAN; along the axis as long as {@code kind} makes it
     * @throws ShapeException if rows are longer than this kind of device transforms
     * @throws io.arrayport.core.error.MemoryBudgetException if there is no room to work in
     */
    void fourier(Fourier kind, Operand in, int axis, long n, double factor, Operand out);

    /**
     * Computes {@code out[i] = op(out[i - 1], in[i])} along {@code axis}, starting with {@code out[0] = in[0]}. Both
     * have one shape and overlap nowhere; {@code out}'s element type, in native order, is what is computed in, and
     * {@code in} is converted to it.
     */
    void accumulate(Op op, Operand in, Operand out, int axis);

    /**
     * Computes {@code out[k] = op-reduction of in[indices[k]] up to in[indices[k + 1]]} along {@code axis}, the last up
     * to the end; where the next index is not greater, of the one element. {@code out} has {@code in}'s shape, but is
     * as long as {@code indices} along the axis. Types and overlap are as for {@link #accumulate}.
     *
     * @param operation named in errors
     * @param indices int64 in native order, 1-d
     * @throws io.arrayport.core.error.IndexException if an index is not inside the axis; nothing has been written then
     */
    void reduceat(String operation, Op op, Operand in, Operand indices, Operand out, int axis);

    /**
     * Computes {@code a[i] = op(a[i], b[k])} along the first axis for each k, in order, where i is {@code indices[k]};
     * without {@code b}, {@code a[i] = op(a[i])}. Types are converted as {@link #unary} does. Nothing overlaps
     * {@code a}.
     *
     * @param operation named in errors
     * @param indices int64 in native order, 1-d; a negative one counts from the end
     * @param b of {@code a}'s shape, but as long as {@code indices} along the first axis; null if {@code op} is unary
     * @throws io.arrayport.core.error.IndexException if an index is out of bounds; nothing has been written then
     */
    void at(String operation, Op op, Signature signature, Operand a, Operand indices, @Nullable Operand b);

    /**
     * Adds to each position in {@code out} how far the element of an axis is from its first: {@code stride} times the
     * index. Both are int64 in native order, of one shape, and overlap nowhere.
     *
     * @param operation named in errors
     * @param indices negative ones count from the end
     * @param dim the axis' length
     * @param axis named in errors
     * @throws io.arrayport.core.error.IndexException if an index is out of bounds
     */
    void locate(String operation, Operand indices, long dim, int axis, long stride, Operand out);

    /**
     * Copies {@code out[k] = in[indices[k]]} along the first axis. Both have one type, and {@code out} has {@code in}'s
     * shape, but is as long as {@code indices} along that axis; it overlaps the others nowhere.
     *
     * @param operation named in errors
     * @param axis named in errors
     * @param indices int64 in native order, 1-d and contiguous; negative ones count from the end
     * @throws io.arrayport.core.error.IndexException if an index is out of bounds; some of {@code out} may have been
     *             written then
     */
    void gather(String operation, Operand in, int axis, Operand indices, Operand out);

    /**
     * Copies {@code out[indices[k]] = in[k]} along the first axis, in the order of the indices; otherwise as
     * {@link #gather}.
     *
     * @throws io.arrayport.core.error.IndexException if an index is out of bounds; nothing has been written then
     */
    void scatter(String operation, Operand in, int axis, Operand indices, Operand out);

    /**
     * Copies {@code out[i, k] = in[i, indices[i, k]]}, of rows that lie one after the other. All have as many rows.
     *
     * @param operation named in errors
     * @param in of a type whose elements are all in the array
     * @param axis of which the rows are, named in errors
     * @param indices int64 in native order; negative ones count from the end
     * @param out of {@code in}'s type and {@code indices}' shape; overlaps the others nowhere
     * @throws io.arrayport.core.error.IndexException if an index is out of bounds; some of {@code out} may have been
     *             written then
     */
    void gatherRows(String operation, Operand in, int axis, Operand indices, Operand out);

    /**
     * Copies {@code out[i, indices[i, k]] = in[i, k]}, in the order of the indices; otherwise as {@link #gatherRows}.
     *
     * @throws io.arrayport.core.error.IndexException if an index is out of bounds; nothing has been written then
     */
    void scatterRows(String operation, Operand in, int axis, Operand indices, Operand out);

    /**
     * Computes {@code out = condition ? a : b}. All have one shape, all but the condition, of bools, one type;
     * {@code out} may be exactly {@code b}, and overlaps the others nowhere.
     */
    void choose(Operand condition, Operand a, Operand b, Operand out);

    /**
     * Computes {@code out = choices[which]}, element by element. All have one shape, choices and {@code out} one type;
     * {@code out} overlaps the others nowhere.
     *
     * @param operation named in errors
     * @param which int64 in native order
     * @throws IllegalArgumentException if there is no choice of a number
     */
    void choose(String operation, Operand which, List<Operand> choices, Operand out);

    /**
     * Computes where along {@code axis} the greatest element stands, by {@link Op#MAXIMUM}, or the least, by
     * {@link Op#MINIMUM}: the first of equal ones, which 0 and -0 are; the first NaN, if there is one.
     *
     * @param in any type and byte order; not empty along {@code axis}
     * @param out int64 in native order, of {@code in}'s shape without {@code axis}; overlaps {@code in} nowhere
     */
    void argExtremum(Op op, Operand in, Operand out, int axis);

    /**
     * Adds to {@code out} how many elements are not 0, which NaN is not.
     *
     * @param in any type and byte order
     * @param out int64 in native order, of {@code in}'s shape, with stride 0 along the axes that are counted, as for
     *        {@link #reduce}; overlaps {@code in} nowhere
     */
    void countNonzero(Operand in, Operand out);

    /**
     * Returns where bools are true: positions from 0, counted in C order. Fresh, int64, 1-d.
     *
     * @param mask bools of any layout
     */
    Operand flatnonzero(Operand mask);

    /**
     * Returns the elements at which bools are true, in C order. Fresh, of {@code in}'s type, 1-d.
     *
     * @param mask of {@code in}'s shape
     */
    Operand compress(Operand in, Operand mask);

    /**
     * Copies elements, converting them to {@code out}'s type and byte order as NumPy's {@code astype(casting="unsafe")}
     * does. Both have one shape and overlap nowhere.
     */
    default void copy(Operand in, Operand out) {
        copy(in, out, null);
    }

    /**
     * As {@link #copy(Operand, Operand)}.
     *
     * @param where bools of {@code out}'s shape, or null for true everywhere: where it is false, {@code out} stays as
     *        it is
     */
    void copy(Operand in, Operand out, @Nullable Operand where);

    /**
     * Makes ready to compute a whole expression at once: what this backend keeps for the next who asks, or runs step by
     * step.
     */
    default Fusion fusion(Program program) {
        return new StepByStep(program, _ -> this);
    }

    /**
     * Copies bytes from main memory to a device of this kind, where they follow all that was asked before; the source
     * may be written again afterwards.
     *
     * @param source an address that the caller holds
     * @param offset of the target's first byte
     */
    default void upload(long source, Storage target, long offset, long bytes) {
        Memory.copy(source, target.address() + offset, bytes);
    }

    /** Copies bytes the other way, when all that was asked before is done; they are there afterwards. */
    default void download(Storage source, long offset, long target, long bytes) {
        Memory.copy(source.address() + offset, target, bytes);
    }

    /**
     * Returns a backend that computes the same and then does what {@code errors} says; where a device cannot tell, this
     * one.
     *
     * @param operation named in errors
     */
    default Backend watching(String operation, FloatErrors errors) {
        return this;
    }

    /** The order of work with neighbours on one device of this kind; none where there is no order to be kept. */
    default Optional<Streams> streams(Device device) {
        return Optional.empty();
    }

    /**
     * Returns the backend that all operands' devices share.
     *
     * @param operation named in errors
     * @throws ArrayportException if the operands lie on different devices
     * @throws io.arrayport.core.error.DeviceException if nothing serves theirs
     */
    static Backend of(String operation, List<Operand> operands) {
        Device device = operands.getFirst().device();
        for (int i = 1; i < operands.size(); i++) {
            Device other = operands.get(i).device();
            if (!other.equals(device)) {
                throw new ArrayportException(
                        operation + ": operand 0 is on " + device + ", operand " + i + " on " + other
                                + "; an operation runs where its operands are, so copy one of them over first");
            }
        }
        return of(operation, device);
    }

    /**
     * Returns the backend that serves {@code device}.
     *
     * @param operation named in errors
     * @throws io.arrayport.core.error.DeviceException if there is none
     */
    static Backend of(String operation, Device device) {
        return Backends.of(operation, device);
    }
}
