// Gives a file that the server made for this page alone.
export async function give(name, stream) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([await stream.arrayBuffer()]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
