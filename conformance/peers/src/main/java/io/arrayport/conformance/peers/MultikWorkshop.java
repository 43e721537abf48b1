package io.arrayport.conformance.peers;

import java.io.IOException;
import java.util.Iterator;
import java.util.Map;

import io.arrayport.conformance.bench.child.ChildLoop;
import io.arrayport.conformance.bench.child.PeerWorkshop;
import org.jetbrains.kotlinx.multik.api.Multik;
import org.jetbrains.kotlinx.multik.api.linalg.LinAlgEx;
import org.jetbrains.kotlinx.multik.api.math.Math;
import org.jetbrains.kotlinx.multik.api.math.MathEx;
import org.jetbrains.kotlinx.multik.ndarray.data.D1;
import org.jetbrains.kotlinx.multik.ndarray.data.D2;
import org.jetbrains.kotlinx.multik.ndarray.data.DataType;
import org.jetbrains.kotlinx.multik.ndarray.data.ImmutableMemoryView;
import org.jetbrains.kotlinx.multik.ndarray.data.MemoryViewDoubleArray;
import org.jetbrains.kotlinx.multik.ndarray.data.MemoryViewFloatArray;
import org.jetbrains.kotlinx.multik.ndarray.data.NDArray;
import org.jetbrains.kotlinx.multik.ndarray.operations._ArithmeticNDArrayKt;
import org.jspecify.annotations.Nullable;

/**
 * multik's arrays, measured in a JVM of their own; they lie in Java's heap. A result is an array, or a number where
 * everything is reduced. Kotlin's generic types say less than its functions know, hence the raw ones.
 */
@SuppressWarnings({"unchecked", "rawtypes"})
public final class MultikWorkshop extends PeerWorkshop<Object> {

    /** @param args none */
    public static void main(String[] args) throws IOException {
        ChildLoop.run(new MultikWorkshop());
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("version", String.valueOf(Multik.class.getPackage().getImplementationVersion()));
    }

    @Override
    protected @Nullable Object array(double[] values, long[] shape, String dtype) {
        ImmutableMemoryView data = switch (dtype) {
            case "float64" -> new MemoryViewDoubleArray(values);
            case "float32" -> new MemoryViewFloatArray(floats(values));
            default -> null;
        };
        if (data == null || shape.length < 1 || shape.length > 2) {
            return null;
        }
        int rows = (int) shape[0];
        return shape.length == 1 ? new NDArray(data, 0, new int[]{rows}, new int[]{1}, D1.Companion, null)
                : new NDArray(data, 0, new int[]{rows, (int) shape[1]}, new int[]{(int) shape[1], 1}, D2.Companion,
                        null);
    }

    @Override
    protected @Nullable Operation<Object> operation(String caseId) {
        Math math = Multik.INSTANCE.getMath();
        MathEx more = math.getMathEx();
        LinAlgEx products = Multik.INSTANCE.getLinalg().getLinAlgEx();
        return switch (caseId) {
            case "elementwise/add" -> (a, b) -> _ArithmeticNDArrayKt.plus(vector(a), vector(b));
            case "elementwise/multiply" -> (a, b) -> _ArithmeticNDArrayKt.times(vector(a), vector(b));
            case "elementwise/divide" -> (a, b) -> _ArithmeticNDArrayKt.div(vector(a), vector(b));
            case "reduction/sum" -> (a, _) -> math.sum(vector(a));
            case "reduction/sum axis 0" -> (a, _) -> math.sumD2(matrix(a), 0);
            case "reduction/sum axis 1" -> (a, _) -> math.sumD2(matrix(a), 1);
            case "reduction/max" -> (a, _) -> math.max(vector(a));
            case "transcendental/exp" -> (a, _) -> isFloat(a) ? more.expF(floats(a)) : more.exp(vector(a));
            case "transcendental/log" -> (a, _) -> isFloat(a) ? more.logF(floats(a)) : more.log(vector(a));
            case "transcendental/sin" -> (a, _) -> isFloat(a) ? more.sinF(floats(a)) : more.sin(vector(a));
            case "cumsum/cumsum" -> (a, _) -> math.cumSum(vector(a));
            case "matmul/matmul" -> (a, b) -> products.dotMM(matrix(a), matrix(b));
            default -> null;
        };
    }

    private static boolean isFloat(Object array) {
        return ((NDArray<?, ?>) array).getDtype() == DataType.FloatDataType;
    }

    private static NDArray<Double, D1> vector(Object array) {
        return (NDArray<Double, D1>) array;
    }

    private static NDArray<Float, D1> floats(Object array) {
        return (NDArray<Float, D1>) array;
    }

    private static NDArray<Double, D2> matrix(Object array) {
        return (NDArray<Double, D2>) array;
    }

    /** The collector's. */
    @Override
    protected void drop(Object array) {
        last = array;
    }

    /** What was computed last, so that it is computed at all. */
    @Nullable
    Object last;

    @Override
    protected double[] values(Object result) {
        if (result instanceof Number number) {
            return new double[]{number.doubleValue()};
        }
        NDArray<?, ?> array = (NDArray<?, ?>) result;
        double[] values = new double[array.getSize()];
        Iterator<?> elements = array.iterator();
        for (int i = 0; i < values.length; i++) {
            values[i] = ((Number) elements.next()).doubleValue();
        }
        return values;
    }
}
