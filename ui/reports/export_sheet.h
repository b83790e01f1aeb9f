// Ctrl+E on the reports page: as what file, with small numbers hidden or exact, of which months, and where to. Ctrl+P is the
// same sheet for a printer.
#pragma once

#include "reports/period.h"
#include "reports/report_files.h"
#include "widgets/dialog_sheet.h"

#include <QTimer>

class QCheckBox;
class QProgressBar;

namespace holdfast::ui {

class Banner;
class Choice;
class Desk;
class FieldBox;
class SettingsStore;

class ExportSheet final : public DialogSheet {
    Q_OBJECT

public:
    struct About {
        report::MeasureQuery query;
        bool comparePrevious = false;
        QString narrowed;  ///< "need: Mental health"; empty when it is of everything
        std::vector<std::pair<std::string, QString>> pictures;  ///< id and title of those there are
        std::string picture;                                    ///< begins with only this one
        bool print = false;
    };

    ExportSheet(const Theme& theme, Desk& desk, SettingsStore& settings, About about, QWidget& window);
    ~ExportSheet() override;

    /// The choice that hides nothing.
    static QString exactWords();

    /// What is chosen now; its period is of whole months when small numbers are hidden.
    FileChoice choice() const;
    /// What choosing a file does.
    void saveTo(const QString& path);

signals:
    void exported(const QString& message);

private:
    void build();
    void buildSmallNumbers(QVBoxLayout& column);
    void buildProgress();
    void showChoice();
    void go();
    void chooseFile();
    void print();
    void run(bool running);
    void showStep();
    void explain(const Error& error);
    bool isExact() const;

    Desk& m_desk;
    SettingsStore& m_settings;
    About m_about;
    QWidget* m_shell;
    std::shared_ptr<FileProgress> m_progress;
    QTimer m_tick;

    Choice* m_kind = nullptr;
    FieldBox* m_kindField = nullptr;
    Choice* m_picture = nullptr;
    FieldBox* m_pictureField = nullptr;
    QCheckBox* m_forExcel = nullptr;
    Choice* m_small = nullptr;
    QWidget* m_exact = nullptr;
    QCheckBox* m_confirm = nullptr;
    RunLabel* m_period = nullptr;
    Banner* m_problem = nullptr;
    QWidget* m_running = nullptr;
    RunLabel* m_step = nullptr;
    QProgressBar* m_bar = nullptr;
    QWidget* m_fields = nullptr;
    Button* m_stop = nullptr;
    Button* m_go = nullptr;
    Button* m_close = nullptr;
};

}  // namespace holdfast::ui
