pragma ComponentBehavior: Bound
import QtQuick
import Remise

/// How the printers are, on the left; on the right, which labels come out of the one that was touched.
Item {
    id: screen

    required property Shell shell
    required property PrinterScreen printers
    readonly property var words: shell.words
    readonly property bool covered: shell.refused || shell.helping || shell.checking

    Said {
        id: title

        anchors { left: parent.left; top: parent.top; leftMargin: 32; topMargin: 16 }
        text: screen.words["printers.title"]
        strong: true
        font.pixelSize: 34
    }

    Item {
        anchors { left: parent.left; right: parent.right; top: title.bottom; bottom: parent.bottom; leftMargin: 32; rightMargin: 32; topMargin: 12; bottomMargin: 16 }
        visible: !screen.covered

        Column {
            id: list

            readonly property int count: Math.max(1, screen.printers.printers.length)
            readonly property int room: test.y - 12

            anchors { left: parent.left; top: parent.top }
            width: Math.min(520, parent.width * 0.42)
            spacing: 12

            Repeater {
                model: screen.visible ? screen.printers.printers : []

                PrinterRow {
                    required property var modelData
                    required property int index

                    width: list.width
                    height: Math.min(124, (list.room - (list.count - 1) * list.spacing) / list.count)
                    printer: modelData
                    onTouched: screen.printers.select(index)
                }
            }
        }

        MainAction {
            id: test

            anchors { left: parent.left; bottom: parent.bottom }
            width: list.width
            visible: screen.printers.printers.length > 0
            enabled: screen.printers.canTest
            icon: "printer"
            label: screen.words["printers.test"]
            onTouched: screen.printers.test()
        }

        Item {
            anchors { left: list.right; leftMargin: 32; right: parent.right; top: parent.top; bottom: parent.bottom }
            visible: screen.printers.printers.length > 0

            LabelTiles {
                anchors.fill: parent
                visible: screen.printers.doubt === ""
                printers: screen.printers
                words: screen.words
            }

            LabelInDoubt {
                anchors.fill: parent
                visible: screen.printers.doubt !== ""
                printers: screen.printers
                words: screen.words
            }
        }

        Column {
            anchors.centerIn: parent
            visible: screen.printers.printers.length === 0
            spacing: 28

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: "plug"
                colour: Tokens.teal
                side: 160
            }

            Said {
                text: screen.words["printers.none"]
                strong: true
                font.pixelSize: 34
            }
        }
    }

    WaitCard {
        anchors { left: parent.left; right: parent.right; top: title.bottom; bottom: parent.bottom; margins: 24 }
        visible: screen.shell.checking
        text: screen.words["wait.title"]
    }

    RefusalCard {
        anchors { left: parent.left; right: parent.right; top: title.bottom; bottom: parent.bottom; margins: 24 }
        visible: screen.shell.refused
        refusal: screen.shell.refusal
        words: screen.words
        onSettled: screen.shell.settle()
    }

    HelpCard {
        anchors { left: parent.left; right: parent.right; top: title.bottom; bottom: parent.bottom; margins: 24 }
        visible: screen.shell.helping && !screen.shell.refused && !screen.shell.checking
        text: screen.words["help.leader"]
        words: screen.words
        onSettled: screen.shell.settle()
    }
}
