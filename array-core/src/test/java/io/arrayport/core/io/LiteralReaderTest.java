package io.arrayport.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Python's literals, as far as headers have them. */
class LiteralReaderTest {
    @Test
    void eachKindIsRead() {
        assertThat(LiteralReader.read(" { 'a' : ( 1 , -2 , +3 ) , \"b\" : [ True , False , None , ] , } ", false))
                .isEqualTo(new Literal.Dict(Map.of("a",
                        new Literal.Tuple(List.of(new Literal.Whole(1), new Literal.Whole(-2), new Literal.Whole(3))),
                        "b", new Literal.Items(List.of(new Literal.Truth(true), new Literal.Truth(false),
                                new Literal.None())))));
        assertThat(LiteralReader.read("(1)", false)).as("a bracket").isEqualTo(new Literal.Whole(1));
        assertThat(LiteralReader.read("(1,)", false)).isEqualTo(new Literal.Tuple(List.of(new Literal.Whole(1))));
        assertThat(LiteralReader.read("()", false)).isEqualTo(new Literal.Tuple(List.of()));
        assertThat(LiteralReader.read("u'x'", false)).isEqualTo(new Literal.Text("x"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"\\\\ , 92", "\\' , 39", "\\\" , 34", "\\n , 10", "\\r , 13", "\\t , 9",
            "\\xe9 , 233", "\\u20ac , 8364", "\\U0001F600 , 128512"})
    void escapesAreTheirCharacters(String text, int point) {
        assertThat(LiteralReader.read("'" + text.strip() + "'", false))
                .isEqualTo(new Literal.Text(Character.toString(point)));
    }

    @Test
    void integersOfPython2EndInLWhereTheyMay() {
        assertThat(LiteralReader.read("7L", true)).isEqualTo(new Literal.Whole(7));
        assertThat(LiteralReader.read("7", true)).isEqualTo(new Literal.Whole(7));
        assertThat(LiteralReader.read("(7L, 8)", true)).isInstanceOf(Literal.Tuple.class);
        assertThatThrownBy(() -> LiteralReader.read("7L", false)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'L' stands at 1, where the end should");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"u | it ends where a quote should stand",
            "ux | 'x' stands at 1, where a quote", "'x | it ends where a closing quote",
            "'\\q' | '\\q' at 1 stands for",
            "'\\ | it ends where an escaped character", "'\\x4 | 2 hexadecimal digits should",
            "'\\x4g' | '4g' is no hexadecimal", "'\\U00110000' | '00110000' is no character",
            "'\\UFFFFFFFF' | is no character", "- | '-' at 0 is no integer", "+x | is no integer",
            "99999999999999999999 | is no integer of 64 bits", "(1 2) | where a comma should",
            "{'a' 1} | where a colon should", "{'a': 1 'b': 2} | where a comma should",
            "{1: 2} | where a quote should", "{'a': 1, 'a': 2} | the key 'a' is there twice", "(1, | should stand",
            "[1 | it ends where ']' should stand", "Maybe | 'M' stands at 0, where a value should",
            "`` | a value should",
            "1 1 | where the end should"})
    void whatIsNoLiteralIsNamed(String text, String message) {
        assertThatThrownBy(() -> LiteralReader.read(text, false)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{'a':"})
    void nestingHasAnEnd(String open) {
        assertThatThrownBy(() -> LiteralReader.read(open.repeat(50), false))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("lie in each other");
    }
}
