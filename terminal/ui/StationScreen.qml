import QtQuick
import Remise

/// A station's card. The left half says what to do and never moves; the right half takes the answer.
Item {
    id: screen

    required property Shell shell
    required property WorkScreen work
    property real enlargement: 1
    property bool hasCamera: false
    readonly property var words: shell.words
    readonly property var instead: work.instead
    readonly property bool shellRefuses: shell.refused
    readonly property string layout: shellRefuses ? "refusal" : work.layout

    CardFrame {
        anchors.fill: parent
        picture: screen.work.picture
        sentence: screen.work.sentence
        points: screen.work.points

        UnitStrip {
            id: strip

            anchors { left: parent.left; right: parent.right; top: parent.top }
            visible: screen.layout !== "result" && screen.layout !== "preview" && unit["code"] !== undefined
            unit: screen.work.unit
        }

        Item {
            anchors { left: parent.left; right: parent.right; top: strip.bottom; bottom: parent.bottom }
            anchors.topMargin: strip.visible ? 20 : 0

            ScanCard {
                anchors.fill: parent
                visible: screen.layout === "scan"
                picture: screen.work.target
                wanted: screen.work.wanted
                wantedCode: screen.work.wantedCode
                insteadLabel: screen.work.canType ? screen.words["card.type"] : screen.instead["label"] ?? ""
                insteadIcon: screen.work.canType ? "abc" : screen.instead["icon"] ?? ""
                onTouchedInstead: screen.work.canType ? screen.work.typeCode() : screen.work.takeInstead()
            }

            LettersCard {
                anchors.fill: parent
                visible: screen.layout === "letters"
                work: screen.work
                words: screen.words
            }

            PreviewCard {
                anchors.fill: parent
                visible: screen.layout === "preview"
                picture: screen.work.preview
                label: screen.words["preview.good"]
                enlargement: screen.enlargement
                onApproved: screen.work.confirm()
            }

            ChoiceCard {
                anchors.fill: parent
                visible: screen.layout === "choice"
                work: screen.work
            }

            SeveralCard {
                anchors.fill: parent
                visible: screen.layout === "several"
                work: screen.work
                words: screen.words
            }

            ListCard {
                anchors.fill: parent
                visible: screen.layout === "list"
                work: screen.work
                words: screen.words
            }

            BenchesCard {
                anchors.fill: parent
                visible: screen.layout === "benches" || screen.layout === "bench"
                work: screen.work
                words: screen.words
                choosing: screen.layout === "bench"
                keepsCorner: screen.hasCamera
            }

            TwoCodesCard {
                anchors.fill: parent
                visible: screen.layout === "two"
                work: screen.work
                words: screen.words
            }

            PadCard {
                anchors.fill: parent
                visible: screen.layout === "number" || screen.layout === "pin"
                work: screen.work
            }

            ConfirmCard {
                anchors.fill: parent
                visible: screen.layout === "confirm"
                label: screen.words["card.all_good"]
                onConfirmed: screen.work.confirm()
            }

            WaitCard {
                anchors.fill: parent
                visible: screen.layout === "wait"
                text: screen.words["wait.title"]
            }

            ResultCard {
                anchors.fill: parent
                visible: screen.layout === "result"
                result: screen.work.result
                words: screen.words
                onContinued: screen.work.next()
            }

            RefusalCard {
                anchors.fill: parent
                visible: screen.layout === "refusal"
                refusal: screen.shellRefuses ? screen.shell.refusal : screen.work.refusal
                words: screen.words
                onSettled: screen.shell.settle()
                onBegunAnew: screen.work.beginAnew()
            }

            HelpCard {
                anchors.fill: parent
                visible: screen.layout === "help"
                text: screen.work.help
                words: screen.words
                onSettled: screen.work.settle()
            }
        }
    }
}
