/** Checks of Arrayport against the world outside it; adds its subcommands to the command line. */
module io.arrayport.conformance {
    requires io.arrayport.interop;
    requires static org.jspecify;
}
