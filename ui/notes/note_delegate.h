// Paints a note in the list: who, when, how it begins, and what stands beside it.
#pragma once

#include "theme/tokens.h"

#include <QStyledItemDelegate>

namespace holdfast::ui {

class NotesModel;
class Theme;

class NoteDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    NoteDelegate(const Theme& theme, const NotesModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    /// What one row says, whatever it is.
    struct Row {
        QString icon, who, when, beginning, foot;
        QString state;  ///< "Draft", "New": a word in a tag
        Role stateRole = Role::neutral;
        Role ground = Role::neutral;
        bool strong = false;
        bool faded = false;
    };
    Row rowAt(int row) const;
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const Row& row) const;
    void paintLines(QPainter& painter, const QRect& rect, const Row& row) const;

    const Theme& m_theme;
    const NotesModel& m_model;
};

}  // namespace holdfast::ui
