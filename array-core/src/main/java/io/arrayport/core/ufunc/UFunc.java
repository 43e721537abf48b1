package io.arrayport.core.ufunc;

import java.util.List;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import org.jspecify.annotations.Nullable;

/**
 * An elementwise function as data: a row of {@link Ufuncs}. What it computes is its {@code op}; for which types, its
 * {@code loops}; everything else here is the same for all rows.
 *
 * <p>Results are fresh unless {@code out} is given: owned by the caller and adopted by the ambient scope. {@code out}
 * may be or overlap an input; the result is as if inputs had been read first. All methods throw
 * {@link io.arrayport.core.error.DTypeException} if there is no loop for the operands' types,
 * {@link io.arrayport.core.error.CastingException} if one would have to be converted further than allowed,
 * {@link io.arrayport.core.error.ShapeException} if shapes do not fit,
 * {@link io.arrayport.core.error.ReadOnlyException} if what is written to may not be,
 * {@link io.arrayport.core.error.ClosedException} if an operand is closed, and
 * {@link io.arrayport.core.error.ArrayportException} if operands are on different devices.
 *
 * @param name NumPy's
 * @param method Java's: what errors call it
 * @param aliases other names it has in NumPy
 * @param chapter where NumPy's reference describes it
 * @param doc what it computes, as javadoc: one line
 * @param identity what its reductions start from
 * @param ops what backends are asked to compute: an operation for each output
 * @param loops the types there are loops for
 */
public record UFunc(String name, String method, List<String> aliases, Chapter chapter, String doc,
        Identity identity, List<Op> ops, Loops loops) {
    public UFunc {
        aliases = List.copyOf(aliases);
        ops = List.copyOf(ops);
    }

    /** A row; its name in Java follows from NumPy's. */
    public UFunc(String name, List<String> aliases, Chapter chapter, String doc, Identity identity, List<Op> ops,
            Loops loops) {
        this(name, camelCase(name), aliases, chapter, doc, identity, ops, loops);
    }

    private static String camelCase(String name) {
        int underscore = name.indexOf('_');
        return underscore < 0 ? name
                : name.substring(0, underscore) + Character.toUpperCase(name.charAt(underscore + 1))
                        + camelCase(name.substring(underscore + 2));
    }

    /** Returns how many inputs it takes. */
    public int nin() {
        return op().inputs();
    }

    /** Returns how many outputs it has. */
    public int nout() {
        return ops.size();
    }

    /** Returns what the first output is computed by. */
    public Op op() {
        return ops.getFirst();
    }

    /** Returns NumPy's {@code ufunc.types}, without the types that we do not have: {@code "bb->b"} and so on. */
    public List<String> types() {
        return loops.list().stream().map(Loops::text).toList();
    }

    /** Computes into a fresh array: a ufunc of one input. */
    public Operand call(Operand a) {
        return Direct.call(this, a);
    }

    /**
     * Computes into a fresh array, laid out as NumPy lays it out: without gaps, its axes ordered as the inputs' are. A
     * ufunc of two inputs.
     */
    public Operand call(Operand a, Operand b) {
        return Direct.call(this, a, b);
    }

    /**
     * As {@link #call(Operand, Operand)} with a weak number.
     *
     * @throws io.arrayport.core.error.CastingException also if {@code a}'s type cannot hold the integer
     */
    public Operand call(Operand a, Number b) {
        return Direct.call(this, a, b);
    }

    /** As {@link #call(Operand, Number)}. */
    public Operand call(Number a, Operand b) {
        return Direct.call(this, a, b);
    }

    /**
     * Computes with everything that NumPy lets one say: the first output.
     *
     * @param inputs as many as {@link #nin}
     * @return {@code keywords.out()}, or a fresh array
     */
    public Operand call(List<Input> inputs, Keywords keywords) {
        return Elementwise.call(this, name, Elementwise.OUT, inputs, keywords).getFirst();
    }

    /**
     * As {@link #call(List, Keywords)}: all outputs.
     *
     * @return for each output {@code keywords.out(k)}, or a fresh array
     */
    public List<Operand> all(List<Input> inputs, Keywords keywords) {
        return Elementwise.call(this, name, Elementwise.OUT, inputs, keywords);
    }

    /**
     * Computes {@code a = op(a, b)}. Errors name the operation as its caller does: {@code addi}.
     */
    public void inPlace(Operand a, Operand b) {
        Direct.into(this, inPlaceName(), Elementwise.SELF, a, b, a);
    }

    /** Computes {@code out = op(a, b)}. */
    public void into(Operand a, Operand b, Operand out) {
        Direct.into(this, name, Elementwise.OUT, a, b, out);
    }

    /** As {@link #inPlace(Operand, Operand)} with a weak number. */
    public void inPlace(Operand a, Number b) {
        Direct.inPlace(this, inPlaceName(), a, b);
    }

    private String inPlaceName() {
        return name + "i";
    }

    /**
     * Reduces along {@code axes}. Bools and integers narrower than 64 bits are added and multiplied as int64 or uint64
     * unless {@code dtype} or {@code out} says otherwise. Floats are added in NumPy's order and have its bits.
     *
     * @return {@code out}, or a fresh array
     * @throws io.arrayport.core.error.AxisException if an axis is out of bounds or named twice
     * @throws io.arrayport.core.error.ShapeException also if nothing is to be reduced and there is no identity, or
     *         several axes are and their order matters
     */
    public Operand reduce(Operand in, ReduceAxes axes, Reducing keywords) {
        return reduce(name + ".reduce", in, axes, keywords);
    }

    /**
     * As {@link #reduce(Operand, ReduceAxes, Reducing)} for a function that has a name of its own: {@code sum}.
     *
     * @param operation named in errors
     */
    public Operand reduce(String operation, Operand in, ReduceAxes axes, Reducing keywords) {
        return ReduceCall.reduce(this, operation, in, axes, keywords);
    }

    /**
     * Returns all partial results along {@code axis}: of add, running sums.
     *
     * @param dtype in which it is computed; null lets {@code in} choose, as for {@link #reduce}
     * @param out what is written to, of {@code in}'s shape; null makes a fresh array
     */
    public Operand accumulate(Operand in, int axis, @Nullable DType dtype, @Nullable Operand out) {
        return accumulate(name + ".accumulate", in, axis, dtype, out);
    }

    /**
     * As {@link #accumulate(Operand, int, DType, Operand)} for a function that has a name of its own: {@code cumsum}.
     *
     * @param operation named in errors
     */
    public Operand accumulate(String operation, Operand in, int axis, @Nullable DType dtype, @Nullable Operand out) {
        return PartialCall.accumulate(this, operation, in, axis, dtype, out);
    }

    /**
     * Reduces slices along {@code axis}: the i-th goes from {@code indices[i]} up to {@code indices[i + 1]}, the last
     * to the end; where the next index is not greater, it is the element at {@code indices[i]}.
     *
     * @param indices integers or bools, 1-d
     * @param dtype in which it is computed; null lets {@code in} choose, as for {@link #reduce}
     * @param out what is written to; null makes a fresh array
     * @throws io.arrayport.core.error.IndexException if an index is not inside the axis; none counts from the end
     */
    public Operand reduceat(Operand in, Operand indices, int axis, @Nullable DType dtype, @Nullable Operand out) {
        return PartialCall.reduceat(this, name + ".reduceat", in, indices, axis, dtype, out);
    }

    /**
     * Computes with each pair of an element of {@code a} and one of {@code b}: a result with the axes of {@code a},
     * then those of {@code b}.
     *
     * @return for each output {@code keywords.out(k)}, or a fresh array
     */
    public List<Operand> outer(Operand a, Operand b, Keywords keywords) {
        Layout left = a.layout();
        for (int axis = 0; axis < b.layout().ndim(); axis++) {
            left = left.expandDims(left.ndim());
        }
        return Elementwise.call(this, name + ".outer", Elementwise.OUT,
                List.of(Input.of(a.with(left)), Input.of(b)), keywords);
    }

    /**
     * Computes {@code a[indices] = op(a[indices], b)} one index after the other, so that an index that comes twice
     * counts twice.
     *
     * @param indices integers of any shape, along the first axis; a negative one counts from the end. Or bools, as many
     *        as the first axis is long: where they are true
     * @param b broadcasts with the elements that the indices name; null for a ufunc of one input
     * @throws io.arrayport.core.error.IndexException if an index is out of bounds; nothing has been written then
     */
    public void at(Operand a, Operand indices, @Nullable Input b) {
        AtCall.at(this, a, indices, b);
    }

    @Override
    public String toString() {
        return "<ufunc '" + name + "'>";
    }
}
