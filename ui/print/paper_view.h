// The pages of a PDF, one under the other, as pictures: the exact copy that is kept, and what would be kept now.
#pragma once

#include <QPdfDocument>
#include <QScrollArea>

class QBuffer;
class QVBoxLayout;

namespace holdfast::ui {

class Theme;

class PaperView final : public QScrollArea {
    Q_OBJECT

public:
    explicit PaperView(const Theme& theme, QWidget* parent = nullptr);
    ~PaperView() override;

    /// False when it is no PDF that can be shown; then nothing is.
    bool show(const QByteArray& pdf);
    using QWidget::show;
    int pages() const { return m_document.pageCount(); }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void draw();

    const Theme& m_theme;
    QByteArray m_bytes;
    QBuffer* m_buffer;
    QPdfDocument m_document;
    QWidget* m_inside;
    QVBoxLayout* m_column;
    int m_drawnWidth = 0;
};

}  // namespace holdfast::ui
