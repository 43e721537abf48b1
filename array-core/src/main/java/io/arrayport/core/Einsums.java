package io.arrayport.core;

import java.util.List;

import io.arrayport.core.linear.Einsum;
import io.arrayport.core.ndarray.EinsumOption;
import io.arrayport.core.ndarray.EinsumPath;
import io.arrayport.core.ndarray.EinsumPathOption;
import io.arrayport.core.ndarray.NdArray;

/** Einstein's summation. */
public sealed interface Einsums permits Np {
    /**
     * Names the axes of the operand, and those of the result: the others are summed. {@code "ij->ji"} transposes,
     * {@code "ii"} is the trace, {@code "...ij->...i"} sums the last axis of any stack.
     *
     * @return a new array, or {@code out}; where nothing is summed a view, whatever type and order are asked for, as in
     *         NumPy, unless with {@code optimize}
     * @throws io.arrayport.core.error.ShapeException if subscripts cannot be read, or do not fit the operands
     * @throws io.arrayport.core.error.CastingException if casting, safe unless told, does not allow a conversion
     */
    default NdArray einsum(String subscripts, NdArray a, EinsumOption... options) {
        return Einsum.of(subscripts, List.of(a), options);
    }

    /**
     * Multiplies along axes of one name, and sums those that the result lacks: {@code "ij,jk->ik"} multiplies matrices.
     * Without an arrow the result has, by alphabet, what is named once.
     */
    default NdArray einsum(String subscripts, NdArray a, NdArray b, EinsumOption... options) {
        return Einsum.of(subscripts, List.of(a, b), options);
    }

    /**
     * As {@link #einsum(String, NdArray, NdArray, EinsumOption...)} of three: one pair after another, in the order of
     * the operands, or the one that {@code optimize} finds.
     */
    default NdArray einsum(String subscripts, NdArray a, NdArray b, NdArray c, EinsumOption... options) {
        return Einsum.of(subscripts, List.of(a, b, c), options);
    }

    /** As {@link #einsum(String, NdArray, NdArray, EinsumOption...)} of any number of operands. */
    default NdArray einsum(String subscripts, List<NdArray> operands, EinsumOption... options) {
        return Einsum.of(subscripts, operands, options);
    }

    /** As {@code einsum} with numbers from 0 to 51 for the axes; the result has, in order, those named once. */
    default NdArray einsum(NdArray a, int[] sublist, NdArray b, int[] other, EinsumOption... options) {
        return Einsum.of(List.of(a, b), List.of(sublist, other), null, options);
    }

    /** As {@code einsum} with numbers for the axes of the operands and of the result. */
    default NdArray einsum(NdArray a, int[] sublist, NdArray b, int[] other, int[] result, EinsumOption... options) {
        return Einsum.of(List.of(a, b), List.of(sublist, other), result, options);
    }

    /** The order in which {@code einsum} would contract its operand, and what it costs. */
    default EinsumPath einsumPath(String subscripts, NdArray a, EinsumPathOption... options) {
        return einsumPath(subscripts, List.of(a), options);
    }

    /** The order in which {@code einsum} would contract two operands, and what it costs. */
    default EinsumPath einsumPath(String subscripts, NdArray a, NdArray b, EinsumPathOption... options) {
        return einsumPath(subscripts, List.of(a, b), options);
    }

    /** The order in which {@code einsum} would contract three operands, and what it costs: greedy unless told. */
    default EinsumPath einsumPath(String subscripts, NdArray a, NdArray b, NdArray c, EinsumPathOption... options) {
        return einsumPath(subscripts, List.of(a, b, c), options);
    }

    /** The order in which {@code einsum} would contract its operands, and what it costs: greedy unless told. */
    default EinsumPath einsumPath(String subscripts, List<NdArray> operands, EinsumPathOption... options) {
        return Einsum.path(subscripts, operands, options);
    }
}
