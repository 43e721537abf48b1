package io.arrayport.core.manipulation;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.AlongOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.Temporaries;

/** Arrays without some of their elements. */
public final class Deletes {
    private Deletes() {}

    /** {@code np.delete}. */
    public static NdArray delete(NdArray array, Index places, AlongOption... options) {
        try (Line line = Line.of("delete", array, options)) {
            return switch (places) {
                case Index.At(long position) -> {
                    long at = line.inside(position);
                    yield without(line, at, at + 1, 1);
                }
                case Index.Slice slice -> without(line, slice);
                case NdArray positions when positions.size() == 1 && isInteger(positions) -> {
                    long at = line.inside(Positions.only(positions));
                    yield without(line, at, at + 1, 1);
                }
                case Index.Ellipsis _,Index.NewAxis _ ->
                    throw new IndexException("delete: " + places + " says no positions; give some, or a slice");
                default -> kept(line, places);
            };
        }
    }

    private static boolean isInteger(NdArray positions) {
        return "iu".indexOf(positions.dtype().kind()) >= 0;
    }

    private static NdArray without(Line line, Index.Slice slice) {
        Layout positions = Layout.contiguous(Shape.of(line.length()), 1).slice(0, slice.start(), slice.stop(),
                slice.step());
        long count = positions.size();
        if (count == 0) {
            return line.array().copy(new OrderOption(line.order()));
        }
        long step = count == 1 ? 1 : positions.stride(0);
        long first = step > 0 ? positions.offset() : positions.offset() + (count - 1) * step;
        return without(line, first, first + (count - 1) * Math.abs(step) + 1, Math.abs(step));
    }

    /** Leaves out every {@code step}th element from {@code first} up to before {@code end}, itself left out. */
    private static NdArray without(Line line, long first, long end, long step) {
        long gone = (end - first - 1) / step + 1;
        int axis = line.axis();
        NdArray from = line.array();
        return Temporaries.finished(line.empty(line.length() - gone), result -> {
            Along.slice(result, axis, 0L, first).set(Along.slice(from, axis, 0L, first));
            if (step > 1 && gone > 1) {
                // Each one that goes, but the last, is followed by as many that stay.
                NdArray stay = Along.slice(between(from, axis, first, end - 1, gone - 1), axis + 1, 1L, null);
                between(result, axis, first, first + (gone - 1) * (step - 1), gone - 1).set(stay);
            }
            Along.slice(result, axis, end - gone, null).set(Along.slice(from, axis, end, null));
        });
    }

    /** A part of an axis, cut into rows. */
    private static NdArray between(NdArray array, int axis, long first, long end, long rows) {
        NdArray part = Along.slice(array, axis, first, end);
        return NdArray.of(part.storage(), part.dtype(), part.layout().unjoined(axis, rows, (end - first) / rows));
    }

    private static NdArray kept(Line line, Index places) {
        NdArray array = line.array();
        try (NdArray keep = Temporaries.empty(array, DType.BOOL, Shape.of(line.length()))) {
            if (Positions.isMask(places) && !Positions.maskShape(places).equals(keep.shape())) {
                throw new ShapeException("delete: the mask has shape " + Positions.maskShape(places) + "; it must have "
                        + keep.shape() + ", as the axis has that length");
            }
            keep.fill(1);
            leaveOut(keep, places);
            return Along.at(array, line.axis(), keep);
        }
    }

    private static void leaveOut(NdArray keep, Index places) {
        try {
            keep.set(0, places);
        } catch (IndexException cause) {
            throw new IndexException("delete: obj is no index of an axis of length " + keep.size() + ": "
                    + cause.getMessage(), cause);
        }
    }
}
