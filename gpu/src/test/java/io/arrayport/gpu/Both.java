package io.arrayport.gpu;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.function.Function;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;

/** The same operation on the host and on a device: results are compared, bit by bit or nearly so. */
final class Both {
    static final Device GPU = Device.cuda(0);

    private Both() {}

    /** Checks that results have one type, one shape and the same elements. */
    static void same(String what, NdArray expected, NdArray there) {
        assertThat(there.device()).as(what).isEqualTo(GPU);
        NdArray actual = there.toDevice(Device.CPU);
        assertThat(actual.dtype()).as(what).isEqualTo(expected.dtype());
        assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
        assertThat(elements(actual)).as(what).isEqualTo(elements(expected));
    }

    /** Checks that an operation gives the same elements of an array here and there. */
    static void same(NdArray a, Function<NdArray, NdArray> call) {
        same(a.dtype() + " of " + a.layout(), call.apply(a), call.apply(a.toDevice(GPU)));
    }

    /** Bytes, which Java compares as objects, as numbers. */
    private static Object elements(NdArray array) {
        return "SV".indexOf(array.dtype().kind()) >= 0
                ? np.ascontiguousarray(array).reshape(-1).view(DType.UINT8).tolist() : array.tolist();
    }

    /** Checks that results of an array are the same but for rounding, and parts that are no numbers alike. */
    static void near(String what, NdArray of, NdArray expected, NdArray there, double relative) {
        NdArray actual = there.toDevice(Device.CPU);
        assertThat(actual.dtype()).as(what).isEqualTo(expected.dtype());
        DType wide = expected.dtype().kind() == 'c' ? DType.COMPLEX128 : DType.FLOAT64;
        double[] left = parts(expected.astype(wide));
        double[] right = parts(actual.astype(wide));
        assertThat(right).as(what).hasSameSizeAs(left);
        for (int i = 0; i < left.length; i++) {
            int parts = left.length / (int) of.size();
            int first = i - i % parts;
            double size = Math.max(Math.abs(left[i]), Math.abs(left[first + parts - 1]) < 1e300
                    && Math.abs(left[first]) < 1e300 ? 1e-3 * Math.hypot(left[first], left[first + parts - 1]) : 0);
            boolean close = Double.compare(left[i], right[i]) == 0
                    || Math.abs(left[i] - right[i]) <= relative * size;
            assertThat(close).as(what + ", part " + i + " of " + of.get(i / parts).tolist() + ": "
                    + left[i] + " and there " + right[i]).isTrue();
        }
    }

    private static double[] parts(NdArray array) {
        NdArray flat = np.ascontiguousarray(array.reshape(-1));
        NdArray reals = flat.dtype().kind() == 'c' ? flat.view(DType.FLOAT64) : flat;
        double[] parts = new double[(int) reals.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = reals.getDouble(i);
        }
        return parts;
    }

    /** Checks that both refuse with one text. */
    static void refused(String what, Function<Device, NdArray> operation) {
        Throwable expected = catchThrowable(() -> operation.apply(Device.CPU));
        assertThat(expected).as(what).isNotNull();
        assertThatThrownBy(() -> operation.apply(GPU)).as(what).isInstanceOf(expected.getClass())
                .hasMessage(expected.getMessage());
    }
}
