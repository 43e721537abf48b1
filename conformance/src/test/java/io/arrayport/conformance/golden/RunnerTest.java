package io.arrayport.conformance.golden;

import static io.arrayport.conformance.golden.CaseText.bits16;
import static io.arrayport.conformance.golden.CaseText.c16;
import static io.arrayport.conformance.golden.CaseText.f4;
import static io.arrayport.conformance.golden.CaseText.f8;
import static io.arrayport.conformance.golden.CaseText.i4;
import static io.arrayport.conformance.golden.CaseText.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Each kind of difference turns a case red, with a reason that names it; what is no difference does not. */
class RunnerTest {
    private static final String HEADER = """
            {"category":"test","numpy":"2.4.6","cases":1,"errors":{"AxisError":["AxisError","ValueError","IndexError",\
            "Exception"],"OddError":["OddError","TypeError","Exception"]}}
            """;

    private static CaseResult run(String line) {
        List<CaseResult> results = new ArrayList<>();
        Runner runner = new Runner(new Impostor());
        try {
            GoldenFile.read(new ByteArrayInputStream((HEADER + line).getBytes(StandardCharsets.UTF_8)),
                    golden -> results.add(runner.run(golden)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return results.getFirst();
    }

    private static void assertPasses(String call, String argument, String rest) {
        CaseResult result = run(line(call, argument, rest));
        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.PASSED);
    }

    private static void assertFails(String call, String argument, String rest, String reason) {
        CaseResult result = run(line(call, argument, rest));
        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.FAILED);
        assertThat(result.reason()).isEqualTo(reason);
    }

    private static void assertMissing(String call, String argument, String rest, String reason) {
        CaseResult result = run(line(call, argument, rest));
        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.MISSING);
        assertThat(result.reason()).startsWith(reason);
    }

    private static String result(String value) {
        return "\"result\":" + value;
    }

    @Test
    void aWrongBitIsSeen() {
        assertPasses("same", f8(1, Math.nextUp(1.0)), result(f8(1, Math.nextUp(1.0))));
        assertFails("same", f8(1, Math.nextUp(1.0)), result(f8(1, 1)),
                "element [1] is 1.0000000000000002, wanted 1.0");
        assertFails("same", i4("[2, 3]", "", 1, 2, 3, 4, 5, 6), result(i4("[2, 3]", "", 1, 2, 3, 4, 5, 7)),
                "element [1, 2] is 6, wanted 7");
    }

    @Test
    void zerosHaveSignsAndNanHasNone() {
        assertFails("same", f8(-0.0), result(f8(0.0)), "element [0] is -0.0, wanted 0.0");
        double payload = Double.longBitsToDouble(0xfff8_0000_dead_beefL);
        assertPasses("same", f8(payload), result(f8(Double.NaN)));
        assertFails("same", f8(Double.NaN), result(f8(0)), "element [0] is NaN, wanted 0.0");
        assertFails("same", f8(-0.0), result(f8(0.0)) + ",\"ulp\":1", "element [0] is -0.0, wanted 0.0");
    }

    @Test
    void toleranceIsCountedInTheLastPlaceOfTheExpectedNumber() {
        double four = 1 + 4 * Math.ulp(1.0);
        assertPasses("same", f8(four), result(f8(1)) + ",\"ulp\":4");
        assertFails("same", f8(four), result(f8(1)) + ",\"ulp\":3",
                "element [0] is 1.0000000000000009, wanted 1.0 (4.00 ulp, 3.0 allowed)");
        assertPasses("same", f4(1 + Math.ulp(1f)), result(f4(1)) + ",\"ulp\":1");
        assertFails("same", f4(1 + 2 * Math.ulp(1f)), result(f4(1)) + ",\"ulp\":1",
                "element [0] is 1.0000002, wanted 1.0 (2.00 ulp, 1.0 allowed)");
        assertPasses("same", bits16("<f2", 0x3c01), result(bits16("<f2", 0x3c00)) + ",\"ulp\":1");
        assertFails("same", bits16("<f2", 0x3c02), result(bits16("<f2", 0x3c00)) + ",\"ulp\":1",
                "element [0] is 1.0019531, wanted 1.0 (2.00 ulp, 1.0 allowed)");
        assertPasses("same", bits16("bfloat16", 0x3f81), result(bits16("bfloat16", 0x3f80)) + ",\"ulp\":1");
        assertFails("same", bits16("bfloat16", 0x3f82), result(bits16("bfloat16", 0x3f80)) + ",\"ulp\":1",
                "element [0] is 1.015625, wanted 1.0 (2.00 ulp, 1.0 allowed)");
        assertFails("same", f8(Double.POSITIVE_INFINITY), result(f8(Double.MAX_VALUE)) + ",\"ulp\":4",
                "element [0] is Infinity, wanted 1.7976931348623157E308");
        assertPasses("same", f8(Double.MIN_VALUE), result(f8(0)) + ",\"ulp\":1");
        assertPasses("same", f8(1e-17), result(f8(0)) + ",\"ulp\":1,\"floor\":1e-16");
        assertFails("same", f8(0), result(f8(1e-15)) + ",\"ulp\":1,\"floor\":1e-16",
                "element [0] is 0.0, wanted 1.0E-15 (5.07e+15 ulp, 1.0 allowed)");
    }

    @Test
    void complexNumbersAreMeasuredByPartsOrAsAWhole() {
        String near = c16(1, 1e-17);
        assertFails("same", near, result(c16(1, 2e-17)) + ",\"ulp\":2",
                "element [0] is (1.0, 1.0E-17), wanted (1.0, 2.0E-17) (3.25e+15 ulp, 2.0 allowed)");
        assertPasses("same", near, result(c16(1, 2e-17)) + ",\"ulp\":2,\"complex\":\"norm\"");
        assertFails("same", c16(1, 1e-15), result(c16(1, 0)) + ",\"ulp\":2,\"complex\":\"norm\"",
                "element [0] is (1.0, 1.0E-15), wanted (1.0, 0.0) within 2.0 eps of its magnitude");
        assertFails("same", c16(Double.POSITIVE_INFINITY, 1), result(c16(Double.POSITIVE_INFINITY, 2))
                + ",\"ulp\":2,\"complex\":\"norm\"", "element [0] is (Infinity, 1.0), wanted (Infinity, 2.0)");
        assertPasses("same", c16(1e308, Math.nextUp(1e308)), result(c16(1e308, 1e308))
                + ",\"ulp\":1,\"complex\":\"norm\"");
    }

    @Test
    void elementTypeShapeAndOrderAreExact() {
        assertFails("same", f4(1), result(f8(1)), "dtype float32, wanted float64");
        assertFails("same", bits16(">f2", 1), result(bits16("<f2", 1)), "dtype >float16, wanted float16");
        assertFails("same", i4("[1, 2]", "", 1, 2), result(i4(1, 2)), "shape (1, 2), wanted (2,)");
        String columns = i4("[2, 2]", ",\"strides\":[4, 8],\"offset\":0", 1, 3, 2, 4);
        assertPasses("same", columns, result(i4("[2, 2]", ",\"strides\":[4, 8]", 1, 2, 3, 4)));
        assertFails("same", columns, result(i4("[2, 2]", "", 1, 2, 3, 4)), "strides [4, 8], wanted [8, 4]");
        assertPasses("same", i4("[1, 2]", ",\"strides\":[400, 4],\"offset\":0", 1, 2), result(i4("[1, 2]", "", 1, 2)));
        assertFails("same", i4(1), result(i4("[1]", ",\"writeable\":false", 1)), "writeable, wanted read-only");
        assertPasses("same", i4("[1]", ",\"readonly\":true", 1), result(i4("[1]", ",\"writeable\":false", 1)));
        assertPasses("same", i4("[2]", "", 1, 2), result("{\"dtype\":\"<i4\",\"shape\":[2]}"));
    }

    @Test
    void argumentsLieAsTheFileSays() {
        String backwards = i4("[2]", ",\"strides\":[-8],\"offset\":8", 5, 6, 7);
        assertPasses("same", backwards, result(i4("[2]", ",\"strides\":[-8]", 7, 5)));
        assertPasses("list", i4(1, 2, 3) + ",{\"same\":0},{\"over\":0,\"dtype\":\"<i4\",\"shape\":[2],\"strides\":[4],"
                + "\"offset\":4}",
                result("[" + i4(1, 2, 3) + "," + i4(1, 2, 3) + "," + i4(2, 3)
                        + "],\"shares\":[0, 1, 2]"));
    }

    @Test
    void betweenBracketsNoneIsAnAxisAndAListIsNoTuple() {
        String axis = "{\"newaxis\":true}";
        assertPasses("__getitem__", "1,null", result(axis));
        assertPasses("__getitem__", "1,{\"tuple\":[null,2]}", result("[" + axis + ",2]"));
        assertPasses("__getitem__", "1,[3,2]", result("[[3,2]]"));
    }

    @Test
    void viewsAreNotCopies() {
        assertPasses("tail", i4(1, 2), result(i4(2)) + ",\"shares\":[0]");
        assertFails("tail", i4(1, 2), result(i4(2)) + ",\"shares\":[]", "a view of argument 0, wanted a copy");
        assertPasses("copy", i4(1, 2), result(i4(1, 2)) + ",\"shares\":[]");
        assertFails("copy", i4(1, 2), result(i4(1, 2)) + ",\"shares\":[0]", "a copy, wanted a view of argument 0");
    }

    @Test
    void whatACallLeavesBehindIsCompared() {
        assertPasses("overwrite", i4(1, 2), result("null") + ",\"after\":{\"0\":" + i4(9, 2) + "}");
        assertFails("overwrite", i4(1, 2), result("null"), "argument 0 is changed, wanted it left alone");
        assertFails("overwrite", i4(1, 2), result("null") + ",\"after\":{\"0\":" + i4(9, 3) + "}",
                "afterwards argument 0: element [1] is 2, wanted 3");
        assertFails("same", i4(1, 2), result(i4(1, 2)) + ",\"after\":{\"0\":" + i4(9, 2) + "}",
                "afterwards argument 0: element [0] is 1, wanted 9");
    }

    @Test
    void otherValuesAreEqualOrNot() {
        assertPasses("same", "{\"tuple\":[1,{\"str\":\"a\"}]}", result("{\"tuple\":[1,{\"str\":\"a\"}]}"));
        assertFails("same", "{\"tuple\":[1,2]}", result("[1]"), "2 values, wanted 1");
        assertFails("same", "[1,2]", result("[1,3]"), "value 1: Long 2, wanted Long 3");
        assertFails("same", "1", result("true"), "Long 1, wanted Boolean true");
        assertFails("same", "1", result("{\"float\":\"0x1.0p+0\"}"), "Long 1, wanted Double 1.0");
        assertPasses("same", "{\"int\":\"18446744073709551616\"}", result("{\"int\":\"18446744073709551616\"}"));
        assertFails("same", "{\"int\":\"9007199254740993\"}", result("{\"int\":\"9007199254740994\"}"),
                "Long 9007199254740993, wanted Long 9007199254740994");
        assertPasses("same", "{\"complex\":[\"-0x1.8p+1\",\"nan\"]}", result("{\"complex\":[\"-0x1.8p+1\",\"nan\"]}"));
        assertFails("same", "{\"type\":\"float32\"}", result("{\"type\":\">f4\"}"),
                "dtype float32, wanted dtype >float32");
        assertFails("same", "null", result(i4(1)), "None, wanted an array of <i4 and shape [1]");
        assertPasses("same", "{\"slice\":[1,null,2]}", result("{\"slice\":[1,null,2]}"));
        assertPasses("same", "{\"slice\":[{\"int\":\"18446744073709551616\"},null,null]}",
                result("{\"slice\":[9223372036854775807,null,null]}"));
        assertFails("same", "{\"ellipsis\":true}", result("{\"newaxis\":true}"), "Ellipsis ..., wanted NewAxis None");
        assertPasses("option", "1", "\"kwargs\":{\"option\":7}," + result("7"));
    }

    @Test
    void errorsAreOfTheSameKind() {
        assertPasses("refuse", "{\"str\":\"shape\"}", "\"error\":\"ValueError\"");
        assertFails("refuse", "{\"str\":\"shape\"}", "\"error\":\"IndexError\"",
                "ShapeException (it), wanted IndexError");
        assertFails("same", i4(1), "\"error\":\"ValueError\"", "a result, wanted ValueError");
        assertFails("refuse", "{\"str\":\"axis\"}", result("null"), "AxisException (it), wanted a result");
        assertFails("refuse", "{\"str\":\"null\"}", "\"error\":\"ValueError\"",
                "NullPointerException (it), wanted ValueError");
        assertPasses("refuse", "{\"str\":\"dtype\"}", "\"error\":\"OddError\"");
        assertFails("refuse", "{\"str\":\"shape\"}", "\"error\":\"OddError\"", "ShapeException (it), wanted OddError");
    }

    @Test
    void whatIsNotThereIsMissing() {
        assertMissing("absent", "1", result("1"), "UNKNOWN_NAME: call: there is no absent");
        assertMissing("refuse", "{\"str\":\"keyword\"}", "\"error\":\"TypeError\"", "UNKNOWN_KEYWORD");
        assertMissing("refuse", "{\"str\":\"form\"}", "\"error\":\"ValueError\"", "NO_SUCH_FORM");
        assertPasses("refuse", "{\"str\":\"form\"}", "\"error\":\"TypeError\"");
        assertPasses("tan.reduce", "1", "\"error\":\"ValueError\"");
        assertMissing("tan.reduce", "1", result("1"), "UNKNOWN_NAME");
        assertMissing("absent.reduce", "1", "\"error\":\"ValueError\"", "UNKNOWN_NAME");
        assertMissing("same", "{\"type\":\"O\"}", result("1"), "element type O");
        assertMissing("same", "1", result("{\"dtype\":\"|O\",\"shape\":[],\"data\":\"\"}"), "element type |O");
        assertMissing("same", "{\"pickle\":1}", result("1"), "form pickle");
        assertMissing("same", "1", result("1") + ",\"moon\":\"full\"", "field moon");
        assertMissing("same", "1", "\"ulp\":1", "neither result nor error");
        assertMissing("same", "1", "\"within\":[{\"call\":\"list\",\"kwargs\":{}}]," + result("1"), "context list");
        assertMissing("same", "1", "\"within\":[{\"call\":\"errstate\",\"kwargs\":{}}]," + result("1"),
                "UNKNOWN_NAME: call: there is no errstate");
    }
}
