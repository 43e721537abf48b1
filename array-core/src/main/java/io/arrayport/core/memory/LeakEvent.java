package io.arrayport.core.memory;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Foreign memory was never closed; the collector had to give it back. */
@Name("io.arrayport.Leak")
@Label("Leak")
@Category("Arrayport")
@Description("Foreign memory was never closed; the collector had to give it back.")
@Enabled(true)
@StackTrace(true)
final class LeakEvent extends BlockEvent {}
