package io.arrayport.gpu.compute;

import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;

/**
 * Indices sorted by the positions that they name, found where they lie.
 *
 * @param order which index stands where; those of one position keep their order
 * @param places the positions, each once, ascending
 * @param bounds of each position two numbers: where in the order it begins, and where it ends
 */
record Groups(Operand order, Operand places, Operand bounds) {
    /**
     * @param indices at least one
     * @throws io.arrayport.core.error.IndexException if one is out of bounds
     */
    static Groups of(Backend backend, Temporaries temporaries, String operation, Operand indices, long dim) {
        Device device = indices.device();
        long n = indices.layout().size();
        Operand positions = temporaries.of(device, Shape.of(n), DType.INT64);
        backend.fill(positions, 0L);
        backend.locate(operation, indices, dim, 0, 1, positions);
        Operand order = temporaries.like(positions, DType.INT64);
        backend.argsort(positions, 0, order);
        Operand sorted = temporaries.like(positions, DType.INT64);
        backend.gather(operation, positions, 0, order, sorted);
        Operand begins = temporaries.of(device, Shape.of(n), DType.BOOL);
        backend.fill(part(begins, 0, 1), true);
        backend.binary(Op.NOT_EQUAL, new Signature(List.of(DType.INT64, DType.INT64), List.of(DType.BOOL)),
                part(sorted, 1, n), part(sorted, 0, n - 1), part(begins, 1, n), null);
        Operand starts = temporaries.own(backend.flatnonzero(begins));
        long count = starts.layout().size();
        Operand places = temporaries.like(starts, DType.INT64);
        backend.gather(operation, sorted, 0, starts, places);
        Operand bounds = temporaries.of(device, Shape.of(count, 2), DType.INT64);
        Operand ends = bounds.with(bounds.layout().index(1, 1));
        backend.copy(starts, bounds.with(bounds.layout().index(1, 0)));
        backend.copy(part(starts, 1, count), part(ends, 0, count - 1));
        backend.fill(part(ends, count - 1, count), n);
        return new Groups(order, places, bounds);
    }

    long count() {
        return places.layout().size();
    }

    private static Operand part(Operand row, long from, long to) {
        return row.with(row.layout().slice(0, from, to, 1L));
    }
}
