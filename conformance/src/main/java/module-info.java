/** Checks of Arrayport against the world outside it; benchmarks. */
module io.arrayport.conformance {
    requires io.arrayport.interop;
    requires com.fasterxml.jackson.databind;
    requires info.picocli;
    requires static org.jspecify;

    opens io.arrayport.conformance.parity to info.picocli, com.fasterxml.jackson.databind;

    provides io.arrayport.interop.cli.CommandProvider with io.arrayport.conformance.parity.ParityCommands;
}
