package io.arrayport.conformance.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

import io.arrayport.conformance.golden.CaseResult;
import io.arrayport.interop.cli.TextTable;

/** The account as a terminal shows it. */
final class ParityText {
    private ParityText() {}

    static String table(List<ModuleParity> figures) {
        TextTable table = new TextTable("module", ">names", ">present", ">excluded", ">cases", ">passed", ">failed",
                ">known", ">missing");
        List<ModuleParity> rows = new ArrayList<>(figures);
        if (rows.size() > 1) {
            rows.add(sum(figures));
        }
        for (ModuleParity row : rows) {
            table.add(row.name(), count(row.names()), count(row.present()), count(row.excluded()), count(row.cases()),
                    count(row.passed()), count(row.failed()), count(row.known()), count(row.missing()));
        }
        return table.toString();
    }

    static ModuleParity sum(List<ModuleParity> figures) {
        return new ModuleParity("all", sum(figures, ModuleParity::names), sum(figures, ModuleParity::present),
                sum(figures, ModuleParity::excluded), sum(figures, ModuleParity::cases),
                sum(figures, ModuleParity::passed), sum(figures, ModuleParity::failed),
                sum(figures, ModuleParity::known));
    }

    private static int sum(List<ModuleParity> figures, ToIntFunction<ModuleParity> figure) {
        return figures.stream().mapToInt(figure).sum();
    }

    /** One line per case. */
    static String line(CaseResult result) {
        return result.id() + "  " + result.reason();
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
