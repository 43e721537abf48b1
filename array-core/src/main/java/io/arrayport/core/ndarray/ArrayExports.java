package io.arrayport.core.ndarray;

import io.arrayport.core.error.ShapeException;

/** The elements one by one, and as Java's own lists and arrays. */
public sealed interface ArrayExports permits NdArray {
    /** The elements as lists of lists, in Java's numbers as {@link NdArray#item()} gives them; of a 0-d array it. */
    default Object tolist() {
        return ToJava.list((NdArray) this);
    }

    /**
     * A copy as nested arrays, {@code double[][]} of a float64 matrix: of the narrowest primitive that holds all
     * numbers of the type, of times their counts; of strings String, or byte[].
     *
     * @throws ShapeException if there is no axis, or one is longer than Java's arrays can be
     * @throws io.arrayport.core.error.CastingException if no primitive does: of complex numbers and uint64
     */
    default Object toArray() {
        NdArray array = (NdArray) this;
        return ToJava.array(array, ToJava.primitive(array.dtype()));
    }

    /**
     * A copy as nested arrays of the type that is named: {@code double[][] rows = a.toArray(double[][].class)}. Numbers
     * are converted as {@link NdArray#astype} does with {@code casting(SAME_KIND)}: integers wrap.
     *
     * @param type as deep as there are axes
     * @throws ShapeException if it is not
     * @throws io.arrayport.core.error.CastingException if it is of no primitive numbers, or of another kind than these
     */
    default <T> T toArray(Class<T> type) {
        NdArray array = (NdArray) this;
        Class<?> innermost = type;
        int depth = 0;
        Class<?> element = array.dtype().kind() == 'S' ? byte[].class : Object.class;
        for (; innermost.isArray() && innermost != element; innermost = innermost.getComponentType()) {
            depth++;
        }
        if (depth != array.ndim()) {
            throw new ShapeException("toArray: " + type.getSimpleName() + " is " + depth + " deep, the array has shape "
                    + array.shape());
        }
        return type.cast(ToJava.array(array, innermost));
    }

    /** All elements as one row, in C order, without a copy. */
    default Flat flat() {
        return new Flat((NdArray) this);
    }
}
