package io.arrayport.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;

import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexTest {
    private static final Layout LAYOUT = Layout.contiguous(Shape.of(3, 4), 8);

    @Test
    void textNamesTheSamePartsAsTheFactories() {
        assertThat(IndexText.parse("1:, ::-1, ..., None, -1, 2:5:2, :"))
                .containsExactly(Index.slice(1, null), Index.slice(null, null, -1), Index.ellipsis(), Index.newAxis(),
                        Index.at(-1), Index.slice(2, 5, 2), Index.all());
    }

    @Test
    void boundsOfAnyIntegerTypeAreTheSame() {
        assertThat(Index.slice((byte) 1, (short) 2, 3)).isEqualTo(Index.slice(1L, 2L, 3L));
    }

    @Test
    void boundsThatAreNotWholeNumbersAreRefused() {
        assertThatThrownBy(() -> Index.slice(1, 2.5)).isInstanceOf(DTypeException.class)
                .hasMessage("slice: stop is the Double 2.5, expected an int or a long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `1:, x`     | `has 'x' at position 4, expected an integer, ':', '...', None, True, False or a list`
            ``          | `has the end at position 0, expected an integer, ':', '...', None, True, False or a list`
            `1 2`       | `has '2' at position 2, expected ',', ':' or the end`
            `1:2:3:4`   | `has ':' at position 5, expected ',', ':' or the end`
            `....`      | `has '.' at position 3, expected ',' or the end`
            `None 1`    | `has '1' at position 5, expected ',' or the end`
            `- :`       | `has ':' at position 2, expected a digit`
            `1_:`       | `has ':' at position 2, expected a digit`
            `0, 007`    | `has '0' at position 3, expected an integer without leading zeros`
            `1,,2`      | `has ',' at position 2, expected an integer, ':', '...', None, True, False or a list`
            `0, 9223372036854775808` | `has '9' at position 3, expected an integer that fits 64 bits`
            """)
    void malformedTextNamesThePositionAndWhatWasExpected(String text, String problem) {
        assertThatThrownBy(() -> IndexText.parse(text)).isInstanceOf(IndexException.class)
                .hasMessage("index: \"" + text + "\" " + problem);
    }

    @Test
    void slicesAreRefusedAsPythonRefusesThem() {
        assertThatThrownBy(() -> Indexing.apply(LAYOUT, IndexText.parse(":, ::0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("get: the slice of axis 1 has step 0; it must be positive or negative");
        for (String text : new String[]{"1.5:", "1.:2", ":1.5", "::0.5", "0, 1 : 2.5", "1.5e3:"}) {
            assertThatThrownBy(() -> IndexText.parse(text)).as(text).isInstanceOf(DTypeException.class)
                    .hasMessageContaining("a fraction at position");
        }
        assertThatThrownBy(() -> Index.slice(1.5, null)).isInstanceOf(DTypeException.class);
        assertThatThrownBy(() -> IndexText.parse("1.5, :")).isInstanceOf(IndexException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5            | get: index 5 is out of bounds for axis 0 with size 3
            None, 1, -5  | get: index -5 is out of bounds for axis 1 with size 4
            ..., 4       | get: index 4 is out of bounds for axis 1 with size 4
            0, 0, 0      | get: 3 axes are indexed, an array of shape (3, 4) has 2
            ..., 0, ...  | get: the index has 2 ellipses, at most one is possible
            """)
    void impossibleIndicesNameTheAxisOfTheArray(String text, String message) {
        assertThatThrownBy(() -> Indexing.apply(LAYOUT, IndexText.parse(text))).isInstanceOf(IndexException.class)
                .hasMessage(message);
    }

    @Test
    void moreAxesThanAnArrayHasAreRefused() {
        assertThatThrownBy(() -> Indexing.apply("set", LAYOUT, Collections.nCopies(63, Index.newAxis())))
                .isInstanceOf(IndexException.class)
                .hasMessage("set: the result would have 65 axes, at most 64 are possible");
    }

    @Test
    void noIndexIsTheWholeArray() {
        assertThat(Indexing.apply(LAYOUT, List.of())).isEqualTo(LAYOUT);
    }
}
