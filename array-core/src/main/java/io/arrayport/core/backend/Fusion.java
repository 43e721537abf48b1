package io.arrayport.core.backend;

import java.util.List;

import io.arrayport.core.layout.Layout;

/**
 * A {@link Program} ready to run on a kind of device; see {@link Backend#fusion}. What {@link Backend} says of its
 * methods holds here: types are resolved, shapes broadcast, overlaps ruled out, operands leased. Any number of threads
 * may run one at once.
 */
public interface Fusion {
    /**
     * Computes all elements.
     *
     * @param arrays of the program's types, in one shape
     * @param numbers as {@link Backend#fill} takes them for the program's types
     * @param out of that shape and the program's type; exactly one of the arrays that only operations take, or
     *        overlaps none
     */
    void run(List<Operand> arrays, List<Object> numbers, Operand out);

    /**
     * Computes {@code out = op(out, reduction by op)} of the elements, as {@link Backend#reduce} does of elements that
     * lie in {@code elements}: the order in which floats are added follows from that.
     *
     * @param elements the layout of a fresh array of them, without gaps
     * @param out of that shape, with stride 0 along the axes that are reduced; overlaps no array
     */
    void reduce(Op op, List<Operand> arrays, List<Object> numbers, Layout elements, Operand out);
}
