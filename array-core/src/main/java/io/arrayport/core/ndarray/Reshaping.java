package io.arrayport.core.ndarray;

import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;

/** Works out the one length of a reshape that the caller left open. */
final class Reshaping {
    private Reshaping() {}

    static Shape target(Shape from, long[] lengths) {
        long[] dims = lengths.clone();
        int open = -1;
        for (int axis = 0; axis < dims.length; axis++) {
            if (dims[axis] == -1) {
                if (open >= 0) {
                    throw new ShapeException(
                            "reshape: lengths " + open + " and " + axis + " are both -1; only one can be");
                }
                open = axis;
            }
        }
        if (open >= 0) {
            dims[open] = 1;
            long known = Shape.of(dims).size();
            if (known == 0 || from.size() % known != 0) {
                throw new ShapeException("reshape: " + from.size()
                        + (from.size() == 1 ? " element" : " elements") + " of shape " + from
                        + (from.size() == 1 ? " does" : " do") + " not divide by the " + known + " of the other axes");
            }
            dims[open] = from.size() / known;
        }
        return Shape.of(dims);
    }
}
