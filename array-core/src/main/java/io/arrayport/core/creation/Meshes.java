package io.arrayport.core.creation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.MeshgridOption;
import io.arrayport.core.ndarray.MeshgridOption.Indexing;
import io.arrayport.core.ndarray.MeshgridOption.IndexingOption;
import io.arrayport.core.ndarray.MeshgridOption.SparseOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.CopyOption;

/** Arrays that say where in a grid an element is. */
public final class Meshes {
    private Meshes() {}

    /** {@code np.meshgrid}. */
    public static List<NdArray> meshgrid(NdArray[] xi, MeshgridOption... options) {
        Option.requireDistinct("meshgrid", options);
        boolean sparse = false;
        boolean copy = true;
        Indexing indexing = Indexing.XY;
        for (MeshgridOption option : options) {
            switch (option) {
                case SparseOption(boolean given) -> sparse = given;
                case CopyOption(Boolean given) -> copy = given != null && given;
                case IndexingOption(Indexing given) -> indexing = given;
            }
        }
        List<NdArray> grid = new ArrayList<>();
        for (int i = 0; i < xi.length; i++) {
            int axis = indexing == Indexing.XY && i < 2 && xi.length > 1 ? 1 - i : i;
            grid.add(along(axis, xi.length, xi[i]));
        }
        if (!sparse) {
            long[] shape = Shape.broadcast("meshgrid", grid.stream().map(NdArray::shape).toArray(Shape[]::new))
                    .toArray();
            grid.replaceAll(array -> array.broadcastTo(shape));
        }
        return copy ? copies(grid) : grid;
    }

    /** The elements along one axis of several, the others of length 1: a view where there can be one. */
    private static NdArray along(int axis, int ndim, NdArray array) {
        long[] dims = new long[ndim];
        Arrays.fill(dims, 1);
        dims[axis] = -1;
        return array.reshape(dims);
    }

    private static List<NdArray> copies(List<NdArray> views) {
        try (Scope scope = Scope.open()) {
            List<NdArray> copies = views.stream().map(NdArray::copy).toList();
            copies.forEach(scope::keep);
            return copies;
        }
    }

    /** {@code np.indices}: along the first axis, the positions along each of the others. */
    public static NdArray indices(Device device, Shape dimensions, DType type) {
        long[] dims = dimensions.toArray();
        Shape shape = Shape.of(Stream.of(new long[]{dims.length}, dims).flatMapToLong(Arrays::stream).toArray());
        return Blank.filled(Work.empty(device, shape, type), made -> {
            for (int axis = 0; axis < dims.length; axis++) {
                try (NdArray counted = Ranges.counted(device, dims[axis], type)) {
                    made.set(along(axis, dims.length, counted), Index.at(axis));
                }
            }
        });
    }

    /** {@code np.indices(..., sparse=True)}: for each axis its positions, the others of length 1. */
    public static List<NdArray> sparse(Device device, Shape dimensions, DType type) {
        try (Scope scope = Scope.open()) {
            List<NdArray> positions = new ArrayList<>();
            for (int axis = 0; axis < dimensions.ndim(); axis++) {
                positions.add(along(axis, dimensions.ndim(), Ranges.counted(device, dimensions.dim(axis), type)));
            }
            positions.forEach(scope::keep);
            return positions;
        }
    }
}
