package io.arrayport.conformance.parity;

import static io.arrayport.core.Np.np;

import java.util.List;
import java.util.stream.Collectors;

import io.arrayport.conformance.rules.Rules;

/** {@code docs/parity.md}: written from the account, never by hand. */
final class ParityPage {
    private static final String INTRODUCTION = """
            # How much of NumPy is here

            Written by `./arrayport parity --update-docs` from the golden cases; a test fails where this page is
            not what the command would write. The cases are calls that NumPy {numpy} made, with what came of them:
            see [decision 6](decisions/0006-golden-cases.md).

            - **names** is the public API of the module, **excluded** what is left out by decision, with the
              reason below.
            - A name is **present** once passing cases cover all that it requires: each parameter, each kind of
              element type that NumPy's accepts, 0-d, empty and strided arrays, and an error. One passing call
              is not enough.
            - Of the **cases**, those **passed** are as NumPy: values, dtype, shape, memory order, view or copy,
              what the arguments hold afterwards, or the kind of error. **Known** ones are not, for the reason
              below. **Failed** ones are not, and fail the build. **Missing** ones ask for something that is not
              there yet.

            `./arrayport parity --missing` says what each absent name still lacks.

            """;

    private ParityPage() {}

    static String text(Parity parity) {
        StringBuilder page = new StringBuilder(INTRODUCTION.replace("{numpy}", parity.numpy()));
        page.append("| module | names | present | excluded | cases | passed | failed | known | missing |\n")
                .append("|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        List<ModuleParity> figures = parity.figures();
        figures.forEach(module -> row(page, '`' + module.name() + '`', module));
        row(page, "**all**", ParityText.sum(figures));
        page.append("\n## Names present\n\n");
        parity.modules().forEach((module, names) -> {
            String present = names.stream().filter(parity::isPresent).map(name -> '`' + name.name().name() + '`')
                    .collect(Collectors.joining(" "));
            if (!present.isEmpty()) {
                page.append("- `").append(module).append("`: ").append(present).append('\n');
            }
        });
        inPart(page, parity);
        rules(page, "\n## Excluded\n\n", parity.excluded());
        rules(page, "\n## Known differences\n\n", parity.known());
        return page.toString();
    }

    private static void inPart(StringBuilder page, Parity parity) {
        page.append("\n## Names in part\n\nThey can be called, and do not count as present yet.\n\n");
        Lacks lacks = new Lacks(parity, np::has);
        parity.modules().keySet().forEach(module -> lacks.inPart(module).forEach((lack, names) -> page.append("- `")
                .append(module).append("`, ").append(lack).append(": ")
                .append(names.stream().map(name -> '`' + name + '`').collect(Collectors.joining(" "))).append('\n')));
    }

    private static void row(StringBuilder page, String name, ModuleParity module) {
        page.append("| ").append(name);
        for (int figure : new int[]{module.names(), module.present(), module.excluded(), module.cases(),
                module.passed(), module.failed(), module.known(), module.missing()}) {
            page.append(" | ").append(figure);
        }
        page.append(" |\n");
    }

    private static void rules(StringBuilder page, String title, Rules rules) {
        page.append(title);
        rules.rules().forEach(rule -> page.append("- `").append(rule.glob().text()).append("`: ").append(rule.reason())
                .append('\n'));
        if (rules.rules().isEmpty()) {
            page.append("None.\n");
        }
    }
}
