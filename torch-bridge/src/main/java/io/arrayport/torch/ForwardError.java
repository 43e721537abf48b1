package io.arrayport.torch;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What libtorch says about a failed call, as one line. It prints the interpreter's trace; what went wrong stands at its
 * end.
 */
final class ForwardError {
    private static final Pattern DECLARATION = Pattern
            .compile("Declaration: (\\w+)\\((\\S+ self)?(?:, )?(.*)\\) -> (.*)");
    /** What a model raises itself comes with Python's module name. */
    private static final Pattern RAISED = Pattern.compile("(?:builtins\\.)?(\\w+Error): (.*)");
    private static final List<String> COUNT = List.of("is missing value for argument", "Expected at most");

    private ForwardError() {}

    /** @param given how many inputs the call had */
    static String line(Throwable failure, int given) {
        String words = String.valueOf(failure.getMessage());
        Matcher declared = DECLARATION.matcher(words);
        if (declared.find() && COUNT.stream().anyMatch(words::contains)) {
            String parameters = declared.group(3);
            return declared.group(1) + "(" + parameters + ") takes " + count(parameters) + ", got " + given;
        }
        List<String> lines = words.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.stream().map(RAISED::matcher).filter(Matcher::matches).reduce((_, last) -> last)
                .map(raised -> (raised.group(1).equals("RuntimeError") ? "" : raised.group(1) + ": ") + raised.group(2))
                .orElse(LibTorch.firstLine(failure));
    }

    /** Commas inside brackets belong to one parameter's type: {@code Tuple[Tensor, Tensor] pair, Tensor x}. */
    private static String count(String parameters) {
        int depth = 0;
        int commas = 0;
        for (char c : parameters.toCharArray()) {
            depth += "[(".indexOf(c) >= 0 ? 1 : "])".indexOf(c) >= 0 ? -1 : 0;
            commas += c == ',' && depth == 0 ? 1 : 0;
        }
        int count = parameters.isBlank() ? 0 : commas + 1;
        return count + (count == 1 ? " input" : " inputs") + (parameters.contains("=") ? " at most" : "");
    }
}
