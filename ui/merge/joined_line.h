// Under a person's header: that another record was joined to this one, when, by whom and why, and the way back.
#pragma once

#include "app/merges.h"

#include <QFrame>

namespace holdfast::ui {

class Button;
class RunLabel;
class Theme;

class JoinedLine final : public QFrame {
    Q_OBJECT

public:
    explicit JoinedLine(const Theme& theme, QWidget* parent = nullptr);

    /// Hides itself when nothing is joined. `asked` is the id by which the record was opened.
    void show(const app::CaseFile& file, const PersonId& asked, bool mayTakeApart, Instant now);
    using QWidget::show;

signals:
    void apartRequested(const holdfast::app::JoinedRecord& joined);

private:
    const Theme& m_theme;
    RunLabel* m_text;
    Button* m_apart;
    std::optional<app::JoinedRecord> m_latest;
};

}  // namespace holdfast::ui
