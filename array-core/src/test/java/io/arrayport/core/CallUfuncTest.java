package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.CallException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;

/** Ufuncs and functions with options, by NumPy's names and with Python's keywords. */
final class CallUfuncTest {
    private final NdArray matrix = np.arange(6, np.int32).reshape(2, 3);

    private static Object call(String name, List<?> args, Map<String, ?> kwargs) {
        return np.call(name, args, kwargs);
    }

    private static String text(String name, List<?> args, Map<String, ?> kwargs) {
        return ((NdArray) call(name, args, kwargs)).repr();
    }

    private static Map<String, Object> none(String keyword) {
        Map<String, Object> kwargs = new HashMap<>();
        kwargs.put(keyword, null);
        return kwargs;
    }

    @Test
    void numbersAreWeakAndArraysAreNot() {
        NdArray small = np.array(List.of(1, 2), Options.dtype(np.int8));
        assertThat(text("add", List.of(small, 1L), Map.of())).isEqualTo("array([2, 3], dtype=int8)");
        assertThat(text("subtract", List.of(1L, small), Map.of())).isEqualTo("array([ 0, -1], dtype=int8)");
        assertThat(text("add", List.of(small, np.array(List.of(1L))), Map.of())).isEqualTo("array([2, 3])");
        assertThat(text("add", List.of(small.astype(np.float32), new Complex(0, 1)), Map.of()))
                .isEqualTo("array([1.+1.j, 2.+1.j], dtype=complex64)");
        assertThat(text("add", List.of(small, true), Map.of())).isEqualTo("array([2, 3], dtype=int8)");
        assertThat(text("add", List.of(1L, 2.5), Map.of())).isEqualTo("array(3.5)");
        assertThat(text("add", List.of(List.of(1L, 2L), List.of(0.5, 0.25)), Map.of()))
                .isEqualTo("array([1.5 , 2.25])");
    }

    @Test
    void keywordsBecomeOptions() {
        NdArray out = np.zeros(Options.shape(2, 3));
        assertThat(call("add", List.of(matrix, 1L), Map.of("out", out))).isSameAs(out);
        assertThat(call("add", List.of(matrix, 1L, out), Map.of())).as("by position").isSameAs(out);
        assertThat(text("add", List.of(matrix, 1L), Map.of("dtype", "f4", "casting", "unsafe")))
                .isEqualTo("array([[1., 2., 3.],\n       [4., 5., 6.]], dtype=float32)");
        NdArray columns = (NdArray) call("add", List.of(matrix, 1L), Map.of("order", "F"));
        assertThat(columns.strides()).containsExactly(4, 8);
        assertThat(text("add", List.of(matrix, 10L), Map.of("where", false, "out", np.zerosLike(matrix))))
                .isEqualTo("array([[0, 0, 0],\n       [0, 0, 0]], dtype=int32)");
        assertThat(text("add", List.of(matrix, 10L), Map.of("where", List.of(true, false, true), "out",
                np.zerosLike(matrix)))).isEqualTo("array([[10,  0, 12],\n       [13,  0, 15]], dtype=int32)");
        assertThatThrownBy(() -> call("add", List.of(matrix, 0.5), Map.of("out", np.zerosLike(matrix))))
                .isInstanceOf(CastingException.class);
        assertThatThrownBy(() -> call("add", List.of(matrix, 1L, out, true), Map.of()))
                .as("only out goes by position").isInstanceOf(CallException.class);
        assertThatThrownBy(() -> call("add", List.of(matrix, 1L), Map.of("keepdims", true)))
                .isInstanceOfSatisfying(CallException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(CallException.Reason.UNKNOWN_KEYWORD));
    }

    @Test
    void axesGoByPositionNameAndNone() {
        assertThat(text("sum", List.of(matrix), Map.of())).isEqualTo("array(15)");
        assertThat(text("sum", List.of(matrix, 0L), Map.of())).isEqualTo("array([3, 5, 7])");
        assertThat(text("sum", List.of(matrix, -1L, np.float32), Map.of("keepdims", true)))
                .isEqualTo("array([[ 3.],\n       [12.]], dtype=float32)");
        assertThat(text("sum", List.of(matrix), Map.of("axis", List.of(0L, 1L), "initial", 10L)))
                .isEqualTo("array(25)");
        assertThat(text("sum", List.of(matrix), none("axis"))).isEqualTo("array(15)");
        assertThat(text("sum", List.of(matrix), Map.of("axis", List.of())))
                .isEqualTo("array([[0, 1, 2],\n       [3, 4, 5]])");
        assertThat(text("add.reduce", List.of(matrix), Map.of())).as("the first axis").isEqualTo("array([3, 5, 7])");
        assertThat(text("add.reduce", List.of(matrix), none("axis"))).isEqualTo("array(15)");
        assertThat(text("add.reduce", Arrays.asList(matrix, null, null), Map.of())).isEqualTo("array(15)");
        assertThat(text("max", List.of(matrix), Map.of("axis", 1L))).isEqualTo("array([2, 5], dtype=int32)");
        assertThatThrownBy(() -> call("max", List.of(matrix), Map.of("dtype", "f4"))).isInstanceOf(CallException.class);
        assertThat(text("mean", List.of(matrix, 0L), Map.of())).isEqualTo("array([1.5, 2.5, 3.5])");
        assertThat(text("ndarray.cumsum", List.of(matrix, 1L), Map.of()))
                .isEqualTo("array([[ 0,  1,  3],\n       [ 3,  7, 12]])");
    }

    @Test
    void methodsOfUfuncsAreBehindADot() {
        assertThat(text("add.accumulate", List.of(matrix), Map.of("axis", 1L)))
                .isEqualTo("array([[ 0,  1,  3],\n       [ 3,  7, 12]])");
        assertThat(text("multiply.outer", List.of(List.of(1L, 2L), List.of(3L, 4L)), Map.of()))
                .isEqualTo("array([[3, 4],\n       [6, 8]])");
        assertThat(text("add.reduceat", List.of(np.arange(6), List.of(0L, 3L)), Map.of()))
                .isEqualTo("array([ 3, 12])");
        NdArray counted = np.zeros(Options.shape(3), np.int64);
        assertThat(call("add.at", List.of(counted, List.of(0L, 0L, 2L), 1L), Map.of())).isNull();
        assertThat(counted.repr()).isEqualTo("array([2, 0, 1])");
        assertThat(call("add.nin", List.of(), Map.of())).isEqualTo(2L);
        assertThat(call("add.identity", List.of(), Map.of())).isEqualTo(0L);
        assertThat(call("subtract.identity", List.of(), Map.of())).isNull();
        assertThat((List<?>) call("sin.types", List.of(), Map.of())).isNotEmpty();
    }

    @Test
    void whatIsAssignedComesLastInPython() {
        call("ndarray.__setitem__", List.of(matrix, List.of(0L), 7L), Map.of());
        call("ndarray.__setitem__", List.of(matrix, List.of(1L), List.of(1.5, 2.5, 3.5)), Map.of());
        assertThat(matrix.repr()).isEqualTo("array([[7, 7, 7],\n       [1, 2, 3]], dtype=int32)");
    }

    @Test
    void typesArePromotedByName() {
        assertThat(call("promote_types", List.of("i4", "f4"), Map.of())).isEqualTo(DType.FLOAT64);
        assertThat(call("result_type", List.of(np.float32, 1L, 2.5), Map.of())).isEqualTo(DType.FLOAT32);
        assertThat(call("can_cast", List.of("i8", "i4", "same_kind"), Map.of())).isEqualTo(true);
        assertThat(call("can_cast", List.of("i8", "i4"), Map.of())).isEqualTo(false);
        assertThat(call("min_scalar_type", List.of(300L), Map.of())).isEqualTo(DType.UINT16);
        assertThatThrownBy(() -> call("can_cast", List.of(1L, "i4"), Map.of())).as("only arrays and types")
                .isInstanceOf(CallException.class);
    }
}
