package io.arrayport.core.memory;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Foreign memory came in without a copy. */
@Name("io.arrayport.Import")
@Label("Import")
@Category("Arrayport")
@Description("Foreign memory came in without a copy.")
@Enabled(false)
@StackTrace(true)
final class ImportEvent extends BlockEvent {}
