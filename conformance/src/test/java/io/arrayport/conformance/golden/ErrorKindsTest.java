package io.arrayport.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorKindsTest {
    private static final List<String> ALL = List.of("axis", "casting", "dtype", "index", "memory", "read-only", "shape",
            "zero-copy", "argument", "null", "linear");

    @ParameterizedTest
    @CsvSource({"ValueError, axis read-only shape zero-copy argument", "AxisError ValueError IndexError, axis",
            "IndexError LookupError, axis index", "TypeError, casting dtype", "UFuncTypeError TypeError, casting dtype",
            "DTypePromotionError TypeError, dtype", "OverflowError ArithmeticError, casting",
            "ZeroDivisionError ArithmeticError, shape", "KeyError LookupError, dtype argument", "MemoryError, memory",
            "LinAlgError ValueError, shape linear", "StopIteration, ''"})
    void eachPythonErrorHasItsExceptions(String python, String ours) {
        assertThat(ALL.stream().filter(kind -> ErrorKinds.match(List.of(python.split(" ")), Impostor.refusal(kind))))
                .containsExactlyElementsOf(ALL.stream().filter(List.of(ours.split(" "))::contains).toList());
    }
}
