package io.arrayport.arrow.c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.BufferLayout;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ForeignDescriptorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Format strings of the C data interface. */
class FormatsTest {
    @ParameterizedTest
    @ValueSource(strings = {"tqs", "t", "td", "tdxx", "tssx", "tssUTC", "ts", "tqs:", "+ud", "+us", "w:268435456",
            "w:1,2", "w", "+w:", "d:1,2,128,4", "d:", "d:5,2,12", "w:000000000005", "w:+5", "w:-1", "w:99999999999999",
            "+w:-1", "cC", "\u00e9"})
    void whatIsNotDefinedIsRefused(String format) {
        assertThatThrownBy(() -> Formats.parse(() -> "it", format, false))
                .isInstanceOf(ForeignDescriptorException.class)
                .hasMessage("it: format: \"" + format + "\" is none that the C data interface defines");
    }

    @Test
    void aUnionHasAsManyIdsAsABytePlusHas() {
        String ids = IntStream.range(0, 128).mapToObj(String::valueOf).collect(Collectors.joining(","));
        assertThat(Formats.parse(() -> "it", "+ud:" + ids, false)).isInstanceOf(ArrowType.Union.class);
        assertThatThrownBy(() -> Formats.parse(() -> "it", "+ud:" + ids + ",128", false))
                .isInstanceOf(ForeignDescriptorException.class);
        assertThat(Formats.parse(() -> "it", "+us:", false)).isEqualTo(new ArrowType.Union(false, List.of()));
    }

    @ParameterizedTest
    @EnumSource(ArrowNumber.class)
    void numbersAreOneLetter(ArrowNumber number) {
        String format = Formats.of(new ArrowType.Numeric(number));
        assertThat(format).hasSize(1);
        assertThat(Formats.parse(() -> "it", format, false)).isEqualTo(new ArrowType.Numeric(number));
    }

    @Test
    void sortedMapsAndWidestBytesAreRead() {
        assertThat(Formats.parse(() -> "it", "+m", true)).isEqualTo(new ArrowType.Maps(true));
        assertThat(Formats.parse(() -> "it", "w:268435455", false)).isEqualTo(new ArrowType.FixedBinary(268435455));
    }

    @Test
    void aTypeOfALaterFormatVersionHasNone() {
        assertThatThrownBy(() -> Formats.of(new ArrowType.Other("type 99", BufferLayout.UNKNOWN)))
                .isInstanceOf(DTypeException.class).hasMessageContaining("the C data interface has no type");
    }
}
