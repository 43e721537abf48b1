package io.arrayport.core.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.layout.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The element types of NumPy's results: resolve_cases.txt, written by src/test/python/resolve_cases.py. */
class ResolveCasesTest {
    private static final List<DType> TYPES = DType.ALL.stream().filter(type -> !type.equals(DType.BFLOAT16)).toList();
    private static final String LETTERS = "?bhilBHILefdFD";
    private static final List<Object> NUMBERS = List.of(true, 1, 1.5, new Complex(0, 1));

    static Stream<String> lines() {
        return Cases.lines("resolve_cases.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void results_have_NumPys_types(String line) {
        String[] asked = line.substring(0, line.indexOf('|')).split(" dtype=");
        UFunc ufunc = Ufuncs.ALL.stream().filter(row -> row.name().equals(asked[0])).findAny().orElseThrow();
        DType dtype = asked.length == 1 ? null : TYPES.get(LETTERS.indexOf(asked[1]));
        StringBuilder types = new StringBuilder();
        for (List<Input> inputs : inputs(ufunc, dtype != null)) {
            types.append(letter(ufunc, inputs, new Keywords(null, null, dtype, Casting.SAME_KIND, Order.K)));
        }
        assertThat(types).hasToString(line.substring(line.indexOf('|') + 1));
    }

    private static List<List<Input>> inputs(UFunc ufunc, boolean alike) {
        List<Input> arrays = TYPES.stream().map(type -> Input.of(Items.of(type, Shape.of(1), 1))).toList();
        if (ufunc.nin() == 1) {
            return arrays.stream().map(List::of).toList();
        }
        if (alike) {
            return arrays.stream().map(array -> List.of(array, array)).toList();
        }
        List<List<Input>> all = new ArrayList<>();
        arrays.forEach(a -> arrays.forEach(b -> all.add(List.of(a, b))));
        arrays.forEach(a -> NUMBERS.forEach(b -> all.add(List.of(a, Input.of(b)))));
        return all;
    }

    private static char letter(UFunc ufunc, List<Input> inputs, Keywords keywords) {
        try {
            Operand result = ufunc.call(inputs, keywords);
            return LETTERS.charAt(TYPES.indexOf(result.dtype()));
        } catch (DTypeException | CastingException e) {
            return '!';
        }
    }
}
