import QtQuick
import Remise

/// A station's card. The left half says what to do and never moves; the right half takes the answer.
Item {
    id: screen

    required property Shell shell
    required property WorkScreen work
    readonly property bool shellRefuses: shell.refusal["text"] !== undefined
    readonly property string layout: shellRefuses ? "refusal" : work.layout

    CardFrame {
        anchors.fill: parent
        picture: screen.work.picture
        sentence: screen.work.sentence
        points: screen.work.points

        UnitStrip {
            id: strip

            anchors { left: parent.left; right: parent.right; top: parent.top }
            unit: screen.layout === "result" ? ({}) : screen.work.unit
        }

        Loader {
            anchors { left: parent.left; right: parent.right; top: strip.bottom; bottom: parent.bottom }
            anchors.topMargin: strip.visible ? 20 : 0
            sourceComponent: {
                switch (screen.layout) {
                case "refusal": return refusal
                case "help": return help
                case "wait": return wait
                case "result": return result
                case "scan": return scan
                case "number":
                case "pin": return pad
                case "list": return list
                case "confirm": return confirm
                default: return choices
                }
            }
        }
    }

    Component {
        id: refusal

        RefusalCard {
            refusal: screen.shellRefuses ? screen.shell.refusal : screen.work.refusal
            words: screen.shell.words
            onSettled: screen.shell.settle()
        }
    }

    Component {
        id: help

        HelpCard {
            text: screen.work.help
            words: screen.shell.words
            onSettled: screen.work.settle()
        }
    }

    Component {
        id: wait

        WaitCard { text: screen.shell.words["wait.title"] ?? "" }
    }

    Component {
        id: result

        ResultCard {
            result: screen.work.result
            words: screen.shell.words
            onContinued: screen.work.next()
        }
    }

    Component {
        id: scan

        ScanCard {
            picture: screen.work.target
            wanted: screen.work.wanted
        }
    }

    Component {
        id: pad

        PadCard {
            work: screen.work
            words: screen.shell.words
        }
    }

    Component {
        id: list

        ListCard {
            work: screen.work
            words: screen.shell.words
        }
    }

    Component {
        id: confirm

        ConfirmCard {
            work: screen.work
            words: screen.shell.words
        }
    }

    Component {
        id: choices

        ChoiceCard {
            work: screen.work
            words: screen.shell.words
        }
    }
}
