// What a carer may be told, topic by topic: a column of those that may, those to ask about first, and those to keep. Each
// has an icon and a word; the colour only helps.
#pragma once

#include "app/carers.h"

#include <QWidget>

#include <map>

class QCheckBox;

namespace holdfast::ui {

class Theme;

class TopicList final : public QWidget {
    Q_OBJECT

public:
    enum class Use : std::uint8_t { look, tick };

    /// To tick are those that may be told, and those to ask about first.
    TopicList(const Theme& theme, const app::CarerView& carer, Use use, QWidget* parent = nullptr);

    std::vector<CarerTopic> ticked() const;
    /// Something is ticked that the person is to be asked about first.
    bool asksFirst() const;

signals:
    void changed();

private:
    QWidget* columnFor(const app::CarerView& carer, ShareAnswer answer, Use use);

    const Theme& m_theme;
    std::map<CarerTopic, QCheckBox*> m_ticks;
    std::map<CarerTopic, ShareAnswer> m_answers;
};

}  // namespace holdfast::ui
