"""What the user sees: windows, pages, dialogs and widgets; the only place that knows Qt."""
