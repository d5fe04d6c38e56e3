hubwrightSearch("manifest",{"documents":73,"words":"0","endings":"a","texts":[73],"common":""});
