package io.arrayport.interop.cli;

import java.util.List;

/** How a module above this one adds subcommands: found by {@link java.util.ServiceLoader}. */
public interface CommandProvider {
    /** Objects annotated with {@link picocli.CommandLine.Command}, made anew for each call. */
    List<Object> commands();
}
