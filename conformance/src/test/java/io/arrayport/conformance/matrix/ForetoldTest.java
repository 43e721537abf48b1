package io.arrayport.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.Exchange;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.ExchangePlan.Outcome;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What plans say of arrays in which two things are in the way at once, or of element types that few have: an exchange
 * does that, under every policy, and moves the bytes that were foretold.
 */
@Tag("vector-only") // Exchanges compute nothing
class ForetoldTest {
    private static final int ROOM = 4096;

    private final Copies foretold = new Copies();
    private final List<String> wrong = new ArrayList<>();
    private int exchanges;

    private static List<DType> dtypes() {
        List<DType> dtypes = new ArrayList<>(Matrix.dtypes());
        dtypes.addAll(DType.NARROW);
        return dtypes;
    }

    private static Map<String, UnaryOperator<NdArray>> ways() {
        Map<String, UnaryOperator<NdArray>> ways = new LinkedHashMap<>();
        ways.put("plain", array -> array);
        ways.put("negative",
                array -> array.ndim() == 0 ? array : with(array, array.layout().slice(0, null, null, -1L)));
        ways.put("transposed", array -> with(array, array.layout().transpose()));
        ways.put("broadcast", array -> array.broadcastTo(prepend(array.shape().toArray(), 2)));
        ways.put("read-only", NdArray::asReadOnly);
        ways.put("empty", array -> array.ndim() == 0 ? array : with(array, array.layout().slice(0, 0L, 0L, 1L)));
        ways.put("one row", array -> array.ndim() == 0 ? array : with(array, array.layout().slice(0, 0L, 1L, 1L)));
        ways.put("scalar", array -> array.ndim() == 0 || array.size() == 0 ? array
                : NdArray.of(array.storage(), array.dtype(),
                        Layout.of(Shape.of(), new long[0], array.layout().offset())));
        ways.put("swapped", array -> NdArray.of(array.storage(), array.dtype().withOrder(ByteOrder.BIG_ENDIAN),
                array.layout()));
        ways.put("off", array -> with(array, array.layout().shifted(1)));
        ways.put("between", array -> with(array, between(array)));
        return ways;
    }

    private static NdArray with(NdArray array, Layout layout) {
        return NdArray.of(array.storage(), array.dtype(), layout);
    }

    private static long[] prepend(long[] shape, long length) {
        long[] more = new long[shape.length + 1];
        more[0] = length;
        System.arraycopy(shape, 0, more, 1, shape.length);
        return more;
    }

    /** Strides that are no multiple of an element, as of a field of a record. */
    private static Layout between(NdArray array) {
        long[] strides = array.layout().strides();
        for (int axis = 0; axis < strides.length; axis++) {
            strides[axis] += Math.signum(strides[axis]);
        }
        return Layout.of(array.shape(), strides, array.layout().offset());
    }

    @Test
    void anExchangeDoesWhatItsPlanSays() {
        Copies heard;
        try (PythonHere here = PythonHere.look()) {
            heard = CopyCount.during(() -> Matrix.neighbours(here.python()).forEach(each -> {
                try (Neighbour<?> neighbour = each.get()) {
                    everyArray(neighbour);
                }
            }));
        }
        assertThat(wrong).isEmpty();
        assertThat(foretold.differences(heard)).isEmpty();
        assertThat(exchanges).isGreaterThan(20_000);
    }

    private void everyArray(Neighbour<?> neighbour) {
        for (DType dtype : dtypes()) {
            for (Access access : new Access[]{Access.WRITEABLE, Access.PROTECTED}) {
                Storage bytes = Storage.allocateZeroed(ROOM);
                try (Storage storage = Storage.foreign("a test", bytes.address(), ROOM, bytes.device(), access,
                        bytes::close)) {
                    NdArray array = NdArray.of(storage, dtype,
                            Layout.contiguous(Shape.of(2, 3), dtype.itemsize()).shifted(1024));
                    ways().forEach((first, one) -> ways().forEach((second, other) -> look(
                            other.apply(one.apply(array)), neighbour,
                            neighbour.name() + ", " + dtype.name() + ", " + first + " and " + second + ", " + access)));
                }
            }
        }
    }

    private <T> void look(NdArray array, Neighbour<T> neighbour, String what) {
        for (CopyPolicy policy : CopyPolicy.values()) {
            exchanges++;
            ExchangePlan plan = Exchange.plan(array, neighbour.target(), policy);
            boolean goes = plan.isZeroCopy() || plan.outcome() == Outcome.NEEDS_COPY && policy != CopyPolicy.NEVER;
            if (goes && !plan.isZeroCopy()) {
                foretold.add(new Copies.Copy(plan.target(), plan.reason(), plan.bytes()));
            }
            try (View view = neighbour.view(Exchange.to(array, neighbour.target(), policy))) {
                boolean same = array.size() == 0 || view.address() == array.address();
                if (!goes || same != (plan.isZeroCopy() || array.size() == 0)) {
                    wrong.add(what + ", " + policy + ": " + plan + ", and it went, " + (same ? "shared" : "copied"));
                }
            } catch (ArrayportException refused) {
                boolean asSaid = refused instanceof ZeroCopyException
                        && String.valueOf(refused.getMessage()).contains(plan.reason());
                if (goes || !asSaid) {
                    wrong.add(what + ", " + policy + ": " + plan + ", and it was refused: " + refused.getMessage());
                }
            }
        }
    }
}
