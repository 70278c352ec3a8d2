pragma ComponentBehavior: Bound
import QtQuick
import Remise

/// The two halves of a card: picture, sentence and what to look at on the left; the right is given.
Item {
    id: frame

    property string picture
    property string sentence
    property list<var> points
    default property alias content: area.data
    readonly property bool crowded: points.length > 0
    /// One idea a sentence, one sentence a line.
    readonly property string lines: sentence.replace(/([.?!]) (?=[A-ZÀÉÊ])/g, "$1\n")

    Rectangle {
        id: side

        width: Math.min(540, parent.width * 0.4)
        height: parent.height
        color: "#FFFFFF"

        Rectangle {
            anchors.right: parent.right
            width: 2
            height: parent.height
            color: "#E6E2D8"
        }

        Column {
            anchors { left: parent.left; right: parent.right; margins: 36; verticalCenter: parent.verticalCenter }
            spacing: frame.crowded ? 24 : 36

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: frame.crowded ? 150 : 240
                height: width
                radius: width / 2
                color: "#E3F1EF"

                Icon {
                    anchors.centerIn: parent
                    name: frame.picture
                    colour: Tokens.teal
                    side: frame.crowded ? 88 : 136
                }
            }

            Said {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: frame.lines
                strong: true
                font.pixelSize: 36
            }

            Column {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: 14
                visible: frame.crowded

                Repeater {
                    model: frame.points

                    Row {
                        id: point

                        required property var modelData

                        spacing: 16

                        Icon {
                            anchors.verticalCenter: parent.verticalCenter
                            name: point.modelData["icon"]
                            colour: Tokens.muted
                            side: 40
                        }

                        Said {
                            anchors.verticalCenter: parent.verticalCenter
                            text: point.modelData["label"]
                            font.pixelSize: 26
                        }
                    }
                }
            }
        }
    }

    Item {
        id: area

        anchors { left: side.right; right: parent.right; top: parent.top; bottom: parent.bottom; margins: 28 }
    }
}
