package io.arrayport.core;

import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

import io.arrayport.core.creation.Meshes;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.MeshgridOption;
import io.arrayport.core.ndarray.MeshgridOption.Sparse;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Returned;

/** Arrays over grids: coordinates, positions, and what a function makes of them. */
public sealed interface Grids permits Np {
    /** Where arrays are made. */
    Device device();

    /**
     * Coordinates of a grid from those along each axis: for each argument an array of the grid's shape, the first
     * changing along the second axis unless {@code indexing(IJ)} is given. With {@code sparse(true)} axes along which
     * nothing changes are of length 1. New, or with {@code copy(false)} read-only views of the arguments.
     *
     * @param xi of one axis; those of more are read in C order
     */
    default List<NdArray> meshgrid(@Many NdArray[] xi, MeshgridOption... options) {
        return Meshes.meshgrid(xi, options);
    }

    /** As {@link #meshgrid(NdArray[], MeshgridOption...)}. */
    default List<NdArray> meshgrid(NdArray x, NdArray y, MeshgridOption... options) {
        return Meshes.meshgrid(new NdArray[]{x, y}, options);
    }

    /** The positions of the elements of such an array: {@code indices(s)[k]} are those along axis k. New, int64. */
    default NdArray indices(Shape dimensions) {
        return indices(dimensions, DType.INT64);
    }

    /** As {@link #indices(Shape)}, of another type. */
    default NdArray indices(Shape dimensions, DType dtype) {
        return Meshes.indices(device(), dimensions, dtype);
    }

    /** As {@link #indices(Shape)}, for each axis an array whose other axes are of length 1. */
    default List<NdArray> indices(Shape dimensions, Sparse sparse) {
        return indices(dimensions, DType.INT64, sparse);
    }

    /** As {@link #indices(Shape, Sparse)}, of another type. */
    default List<NdArray> indices(Shape dimensions, DType dtype, Sparse sparse) {
        return Meshes.sparse(device(), dimensions, dtype);
    }

    /** As {@link #fromfunction(Function, Shape, DType)}, of float64 positions. */
    default NdArray fromfunction(Function<List<NdArray>, NdArray> function, Shape shape) {
        return fromfunction(function, shape, DType.FLOAT64);
    }

    /**
     * What {@code function} makes of positions: it is called once, with an array for each axis, as {@link #indices}
     * gives them. These are closed when it has returned.
     *
     * @param dtype of the positions
     */
    default NdArray fromfunction(Function<List<NdArray>, NdArray> function, Shape shape, DType dtype) {
        try (NdArray positions = indices(shape, dtype)) {
            List<NdArray> axes = LongStream.range(0, shape.ndim()).mapToObj(positions::get).toList();
            NdArray made = Returned.of("fromfunction", function.apply(axes), positions);
            return made.storage() == positions.storage() ? made.copy() : made;
        }
    }
}
